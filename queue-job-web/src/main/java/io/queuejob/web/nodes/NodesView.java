package io.queuejob.web.nodes;

import io.queuejob.admin.node.NodeAdmin;
import io.queuejob.admin.node.NodeStatus;
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
import java.util.List;

/** State of the page of nodes. */
@Named("queueJobNodes")
@ViewScoped
public class NodesView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(NodesView.class.getName());

  private NodeAdmin admin;
  private Rights rights;
  private transient List<NodeStatus> nodes;
  private transient boolean unreadable;
  private transient String trouble;

  protected NodesView() {}

  @Inject
  NodesView(@Seen NodeAdmin admin, Rights rights) {
    this.admin = admin;
    this.rights = rights;
  }

  /** Reads anew; keeps what was read last if that fails. */
  public void refresh() {
    try {
      nodes = admin.nodes();
      unreadable = false;
      trouble = null;
    } catch (RuntimeException e) {
      LOG.log(unreadable ? Level.TRACE : Level.WARNING, "The nodes could not be read", e);
      unreadable = true;
      trouble = Trouble.ownMessage(e);
    }
  }

  /** Drains the node of the button. */
  public void drain() {
    carryOut(true);
  }

  /** Lets the node of the button take up jobs again. */
  public void undrain() {
    carryOut(false);
  }

  private void carryOut(boolean drain) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      String actor = rights.requireEverywhere(AdminRole.ADMINISTRATOR);
      String node = faces.getExternalContext().getRequestParameterMap().get("node");
      ChangeNotice.show(admin.drain(Integer.parseInt(node), drain, actor));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A node was not drained", e);
      ChangeNotice.failed(e);
    }
    refresh();
  }

  /** Those that live. */
  public List<NodeLine> getAlive() {
    return all().stream().map(NodeLine::new).filter(NodeLine::alive).toList();
  }

  /** Those gone for less than a day. */
  public List<NodeLine> getGone() {
    return all().stream().map(NodeLine::new).filter(node -> !node.alive()).toList();
  }

  private List<NodeStatus> all() {
    if (nodes == null && !unreadable) {
      refresh();
    }
    return nodes == null ? List.of() : nodes;
  }

  public boolean isUnreadable() {
    return unreadable;
  }

  /** The product's own words for the failure to read; null if it has none. */
  public String getTrouble() {
    return trouble;
  }
}
