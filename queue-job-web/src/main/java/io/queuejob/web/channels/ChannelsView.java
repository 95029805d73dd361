package io.queuejob.web.channels;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.web.ChangeNotice;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.sight.Seen;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.primefaces.PrimeFaces;

/** State of the page of channels: what was read last, and the form if one is open. */
@Named("queueJobChannels")
@ViewScoped
public class ChannelsView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ChannelsView.class.getName());
  private static final int LONGEST_TEXT = 500;

  private ChannelAdmin admin;
  private Rights rights;
  private String text = "";
  private ChannelDraft draft;
  private transient List<ChannelStatus> channels;
  private transient boolean unreadable;
  private transient String trouble;

  protected ChannelsView() {}

  @Inject
  ChannelsView(@Seen ChannelAdmin admin, Rights rights) {
    this.admin = admin;
    this.rights = rights;
  }

  /** Begins with what the page's address says. */
  public void open() {
    open(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
  }

  void open(Map<String, String> parameters) {
    setText(parameters.get("text"));
    refresh();
    String edit = parameters.get("edit");
    if (!rights.isAdministrator()) {
      return;
    }
    if (edit != null && channels != null && rights.administers(edit)) {
      draft =
          channels.stream()
              .filter(one -> one.path().equals(edit))
              .findFirst()
              .map(one -> one.set() ? ChannelDraft.of(one) : ChannelDraft.fresh(edit))
              .orElse(null);
    } else if (parameters.containsKey("add")) {
      draft = ChannelDraft.fresh("");
    }
  }

  /** Reads anew; keeps what was read last if that fails. */
  public void refresh() {
    try {
      channels = admin.channels();
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The channels could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  /** Shows what the text just typed leaves, and tells the browser the address of that. */
  public void search() {
    tellAddress();
  }

  /** Pauses the channel of the button. */
  public void pause() {
    carryOut(AdminRole.OPERATOR, (all, actor) -> all.pause(channelOfButton(), true, actor));
  }

  /** Lets the channel of the button go on. */
  public void resume() {
    carryOut(AdminRole.OPERATOR, (all, actor) -> all.pause(channelOfButton(), false, actor));
  }

  /** Changes or adds the channel of the form. */
  public void save() {
    ChannelDraft form = draft;
    if (form == null) {
      return;
    }
    close(
        carryOut(
            AdminRole.ADMINISTRATOR,
            (all, actor) ->
                form.isFresh()
                    ? all.add(form.getPath(), form.options(), actor)
                    : all.change(form.getPath(), form.options(), form.version(), actor)));
  }

  /** Takes back what people changed of the channel of the form. */
  public void reset() {
    close(carryOut(AdminRole.ADMINISTRATOR, (all, actor) -> all.reset(draft.getPath(), actor)));
  }

  /** Removes the channel of the form. */
  public void remove() {
    close(carryOut(AdminRole.ADMINISTRATOR, (all, actor) -> all.remove(draft.getPath(), actor)));
  }

  private boolean carryOut(
      AdminRole role, BiFunction<ChannelAdmin, String, CommandResult> command) {
    boolean done = false;
    try {
      CommandResult result =
          rights.act(role, by -> command.apply(admin.within(by.reach()), by.name()));
      done = result.verdict() == CommandResult.Verdict.DONE;
      ChangeNotice.show(result);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A change of a channel was refused or failed", e);
      ChangeNotice.failed(e);
    }
    refresh();
    return done;
  }

  private void close(boolean done) {
    if (done) {
      draft = null;
      tellAddress();
    }
  }

  private void tellAddress() {
    PrimeFaces.current().ajax().addCallbackParam("address", getAddress());
  }

  private static String channelOfButton() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get("channel");
  }

  /** The form; null if none is open. */
  public ChannelDraft getDraft() {
    return draft;
  }

  /** The channel of the form as it was read last; null for a new one. */
  public ChannelLine getEdited() {
    if (draft == null || draft.isFresh()) {
      return null;
    }
    return all().stream()
        .filter(one -> one.path().equals(draft.getPath()))
        .findFirst()
        .map(ChannelLine::new)
        .orElse(null);
  }

  public String getText() {
    return text;
  }

  public void setText(String wanted) {
    String stripped = wanted == null ? "" : wanted.strip();
    text = stripped.substring(0, Math.min(LONGEST_TEXT, stripped.length()));
  }

  /** Address of what is shown, without the form. */
  public String getAddress() {
    return text.isEmpty() ? "?" : "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Beginning of the address that opens a form beside what is shown. */
  public String getFormAddress() {
    return text.isEmpty() ? "?" : getAddress() + "&";
  }

  /** The tree, or what the text leaves of it. */
  public List<ChannelLine> getLines() {
    String part = text.toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(one -> one.path().toLowerCase(Locale.ROOT).contains(part))
        .map(ChannelLine::new)
        .toList();
  }

  private List<ChannelStatus> all() {
    if (channels == null && !unreadable) {
      refresh();
    }
    return channels == null ? List.of() : channels;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }
}
