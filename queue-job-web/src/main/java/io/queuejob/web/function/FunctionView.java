package io.queuejob.web.function;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.function.FunctionRow;
import io.queuejob.admin.function.OptionInForce;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.job.CommandNotice;
import io.queuejob.web.sight.Seen;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** State of the page of one function: what was read of it, and what is being typed. */
@Named("queueJobFunction")
@ViewScoped
public class FunctionView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(FunctionView.class.getName());

  private FunctionAdmin admin;
  private Rights rights;
  private String address = "";
  private TreeMap<String, String> texts = new TreeMap<>();
  private Instant seen;
  private transient FunctionRow row;
  private transient boolean read;
  private transient boolean unreadable;
  private transient String trouble;

  protected FunctionView() {}

  @Inject
  FunctionView(@Seen FunctionAdmin admin, Rights rights) {
    this.admin = admin;
    this.rights = rights;
  }

  /** The number of the page's address, as given. */
  public String getId() {
    return address;
  }

  public void setId(String id) {
    address = id == null ? "" : id;
  }

  /** Reads the function of the page's address and begins to edit what people set of it. */
  public void open() {
    begin();
    if (row == null && !unreadable) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  void begin() {
    refresh();
    texts = new TreeMap<>();
    seen = row == null ? null : row.changed();
    for (OptionInForce option : row == null ? List.<OptionInForce>of() : row.options()) {
      texts.put(option.key(), option.people() == null ? "" : option.people());
    }
  }

  /** Reads the function anew, not what is being typed; keeps what was read last if that fails. */
  public void refresh() {
    try {
      row = address.matches("\\d{1,9}") ? find(Integer.parseInt(address)) : null;
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "A function could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
    read = true;
  }

  private FunctionRow find(int id) {
    return admin.function(id).orElse(null);
  }

  /** Saves what was typed. */
  public void save() {
    command(() -> admin.change(getRow().id(), texts, seen, rights.caller()));
  }

  /** Takes back all that people set. */
  public void reset() {
    command(() -> admin.reset(getRow().id(), rights.caller()));
  }

  private void command(Supplier<CommandResult> command) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      rights.requireEverywhere(AdminRole.ADMINISTRATOR);
      CommandResult result = command.get();
      faces.addMessage(null, CommandNotice.of(result));
      if (result.verdict() == CommandResult.Verdict.DONE) {
        begin();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A change of a function failed", e);
      faces.addMessage(null, CommandNotice.failed(Trouble.ownMessage(e)));
    }
  }

  /** Nothing to do: what was typed is checked while it is shown. */
  public void typed() {
    read = row != null;
  }

  /** What is typed, by the name of an option. */
  public Map<String, String> getTexts() {
    return texts;
  }

  /** What is wrong with what is typed, by the name of an option; null for nothing. */
  public Map<String, String> getProblems() {
    return admin.problems(texts);
  }

  /** The function; null if there is none or it could not be read. */
  public FunctionRow getRow() {
    if (!read) {
      refresh();
    }
    return row;
  }

  public FunctionLine getLine() {
    return new FunctionLine(getRow());
  }

  public List<OptionLine> getOptions() {
    return getRow().options().stream().map(OptionLine::new).toList();
  }

  /** The waits by what is typed, or else by what counts; empty while it cannot be read. */
  public List<WaitLine> getWaits() {
    try {
      return WaitPreview.of(admin, inForce("retry_pattern"), attempts());
    } catch (IllegalArgumentException unreadablePattern) {
      return List.of();
    }
  }

  /** Attempts allowed by what is typed, or else by what counts; 0 for no limit. */
  public int getAttempts() {
    return attempts();
  }

  private int attempts() {
    String text = inForce("max_retries");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private String inForce(String key) {
    String typed = texts.getOrDefault(key, "");
    OptionInForce option = getRow().option(key);
    if (!typed.isBlank()) {
      return typed.strip();
    }
    if (option.server() != null) {
      return option.server();
    }
    return option.declared() != null ? option.declared() : option.standard();
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }
}
