package io.queuejob.web.function;

import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.function.FunctionPage;
import io.queuejob.web.Trouble;
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
import java.util.Map;
import org.primefaces.PrimeFaces;

/** State of the list of functions. */
@Named("queueJobFunctions")
@ViewScoped
public class FunctionsView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(FunctionsView.class.getName());
  private static final int PAGE = 50;
  private static final int LONGEST_TEXT = 200;

  private FunctionAdmin admin;
  private String text = "";
  private Integer after;
  private transient FunctionPage page;
  private transient boolean unreadable;
  private transient String trouble;

  protected FunctionsView() {}

  @Inject
  FunctionsView(@Seen FunctionAdmin admin) {
    this.admin = admin;
  }

  /** Begins with what the page's address says. */
  public void open() {
    open(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
  }

  void open(Map<String, String> parameters) {
    setText(parameters.get("text"));
    String number = parameters.getOrDefault("after", "");
    after = number.matches("\\d{1,9}") ? Integer.valueOf(number) : null;
    refresh();
  }

  /** Reads anew; keeps what was read last if that fails. */
  public void refresh() {
    try {
      page = admin.list(text, after, PAGE);
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The functions could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  /** Reads by the text just typed and tells the browser the address that shows the same. */
  public void search() {
    after = null;
    refresh();
    PrimeFaces.current().ajax().addCallbackParam("address", address(null));
  }

  public String getText() {
    return text;
  }

  public void setText(String wanted) {
    String stripped = wanted == null ? "" : wanted.strip();
    text = stripped.substring(0, Math.min(LONGEST_TEXT, stripped.length()));
  }

  public List<FunctionLine> getLines() {
    if (page == null && !unreadable) {
      refresh();
    }
    return page == null ? List.of() : page.rows().stream().map(FunctionLine::new).toList();
  }

  public boolean isFirstPage() {
    return after == null;
  }

  public boolean isMore() {
    return page != null && page.more();
  }

  public String getFirstAddress() {
    return address(null);
  }

  public String getNextAddress() {
    return address(page.rows().get(page.rows().size() - 1).id());
  }

  private String address(Integer from) {
    String query = text.isEmpty() ? "" : "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    String next = from == null ? "" : (query.isEmpty() ? "" : "&") + "after=" + from;
    return "?" + query + next;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }
}
