package io.queuejob.web.testkit;

import io.queuejob.admin.reach.Reach;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.access.Rights;
import java.util.ArrayList;
import java.util.List;

/** Rights of somebody called ann. */
public class GivenRights extends Rights {
  /** What was refused. */
  public final List<String> refusals = new ArrayList<>();

  private final AdminRole role;
  private final Reach reach;

  public GivenRights(AdminRole role) {
    this(role, Reach.EVERYWHERE);
  }

  public GivenRights(AdminRole role, Reach reach) {
    this.role = role;
    this.reach = reach;
  }

  @Override
  public Reach reach(AdminRole wanted) {
    return may(wanted) ? reach : Reach.NOWHERE;
  }

  @Override
  public Reach sight() {
    return Reach.EVERYWHERE;
  }

  @Override
  public String caller() {
    return "ann";
  }

  @Override
  protected void refused(RightMissingException refusal) {
    refusals.add(refusal.getMessage());
  }

  @Override
  public boolean may(AdminRole wanted) {
    return wanted.isHeldBy(role.roleName()::equals);
  }
}
