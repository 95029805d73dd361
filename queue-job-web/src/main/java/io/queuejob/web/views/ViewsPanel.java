package io.queuejob.web.views;

import io.queuejob.admin.search.SavedView;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.web.Trouble;
import io.queuejob.web.VisibleText;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.sight.Seen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** The saved views above the list. */
@Named("queueJobViews")
@RequestScoped
public class ViewsPanel {
  private static final Logger LOG = System.getLogger(ViewsPanel.class.getName());

  private SavedViews views;
  private Rights rights;
  private String name = "";
  private boolean shared;
  private String trouble;
  private List<SavedView> all;

  protected ViewsPanel() {}

  @Inject
  ViewsPanel(@Seen SavedViews views, Rights rights) {
    this.views = views;
    this.rights = rights;
  }

  /** Those of the caller and those of all; none if they cannot be read. */
  public List<SavedView> getAll() {
    if (all == null) {
      carryOut(() -> all = views.of(rights.caller()).stream().map(ViewsPanel::visible).toList());
    }
    return all == null ? List.of() : all;
  }

  /** Saves the list shown. */
  public void save(String address) {
    carryOut(
        () -> {
          String actor = requireFor(shared);
          views.save(name, address, shared, actor);
          name = "";
        });
    all = null;
  }

  private static SavedView visible(SavedView view) {
    String name = VisibleText.firstLine(view.name());
    return new SavedView(view.id(), name, view.address(), view.shared(), view.createdBy());
  }

  /** Removes the view of the button. */
  public void remove() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    remove(Long.parseLong(parameters.getOrDefault("view", "0")));
  }

  /**
   * Removes a view of the caller, or, for operators, one of all. It is named, not counted: others
   * may have come before it since the page was made.
   */
  void remove(long id) {
    carryOut(
        () ->
            views.of(rights.caller()).stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .ifPresent(view -> views.remove(id, requireFor(view.shared()))));
    all = null;
  }

  /** Whether the caller may remove a view. */
  public boolean removable(SavedView view) {
    return !view.shared() || rights.isOperatorEverywhere();
  }

  /** What is there for everybody is no matter of some channels. */
  private String requireFor(boolean everybody) {
    return everybody
        ? rights.requireEverywhere(AdminRole.OPERATOR)
        : rights.require(AdminRole.VIEWER);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isShared() {
    return shared;
  }

  public void setShared(boolean shared) {
    this.shared = shared;
  }

  /** Why it was not done; null if it was. */
  public String getTrouble() {
    return trouble;
  }

  private void carryOut(Runnable command) {
    try {
      command.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Saved views", e);
      String own = Trouble.ownMessage(e);
      trouble = own == null ? "" : own;
    }
  }
}
