package io.queuejob.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.web.testkit.GivenRights;
import org.junit.jupiter.api.Test;

class AdminRoleTest {
  @Test
  void each_role_has_the_rights_of_those_before_it() {
    assertThat(AdminRole.VIEWER.isHeldBy("queue-job-admin"::equals)).isTrue();
    assertThat(AdminRole.OPERATOR.isHeldBy("queue-job-admin"::equals)).isTrue();
    assertThat(AdminRole.OPERATOR.isHeldBy("queue-job-viewer"::equals)).isFalse();
    assertThat(AdminRole.ADMINISTRATOR.isHeldBy("queue-job-operator"::equals)).isFalse();
    assertThat(AdminRole.VIEWER.isHeldBy(name -> false)).isFalse();
  }

  @Test
  void a_missing_right_is_named() {
    Rights viewer = new GivenRights(AdminRole.VIEWER);
    viewer.require(AdminRole.VIEWER);
    assertThatThrownBy(() -> viewer.require(AdminRole.OPERATOR))
        .isInstanceOf(RightMissingException.class)
        .hasMessageStartingWith("QJ7190 expected 'ann' to have the role queue-job-operator");
  }
}
