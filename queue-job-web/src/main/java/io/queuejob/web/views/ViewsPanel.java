package io.queuejob.web.views;

import io.queuejob.admin.search.SavedView;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.sight.Seen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

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
      carryOut(() -> all = views.of(rights.caller()));
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

  /** Removes a view of the caller, or, for operators, one of all. */
  public void remove(SavedView view) {
    carryOut(
        () -> {
          String actor = requireFor(view.shared());
          views.remove(view.id(), actor);
        });
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
