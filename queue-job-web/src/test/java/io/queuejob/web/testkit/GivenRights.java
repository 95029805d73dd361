package io.queuejob.web.testkit;

import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;

/** Rights of somebody called ann. */
public class GivenRights extends Rights {
  private final AdminRole role;

  public GivenRights(AdminRole role) {
    this.role = role;
  }

  @Override
  public String caller() {
    return "ann";
  }

  @Override
  public boolean may(AdminRole wanted) {
    return wanted.isHeldBy(role.roleName()::equals);
  }
}
