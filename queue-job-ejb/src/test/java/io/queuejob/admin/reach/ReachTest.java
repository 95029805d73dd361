package io.queuejob.admin.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReachTest {
  @Test
  void a_channel_is_reached_with_all_below_it_and_no_other() {
    Reach mail = Reach.of("mail");
    assertThat(mail.covers("root.mail")).isTrue();
    assertThat(mail.covers("root.mail.urgent")).isTrue();
    assertThat(mail.covers("root.mailing")).isFalse();
    assertThat(mail.covers("root")).isFalse();
    assertThat(mail.isEverywhere()).isFalse();
  }

  @Test
  void root_is_everything() {
    assertThat(Reach.of("root")).isEqualTo(Reach.EVERYWHERE);
    assertThat(Reach.of("mail", "root").isEverywhere()).isTrue();
    assertThat(Reach.EVERYWHERE.covers("root.any.thing")).isTrue();
  }

  @Test
  void channels_below_others_say_nothing_more() {
    assertThat(Reach.of("mail.urgent", "print", "mail"))
        .isEqualTo(Reach.of("root.mail", "root.print"))
        .hasToString("root.mail, root.print");
    assertThat(Reach.of("mail").and(Reach.of("mail.urgent"))).isEqualTo(Reach.of("mail"));
  }

  @Test
  void a_reach_covers_another_if_it_holds_all_of_it() {
    Reach both = Reach.of("mail", "print");
    assertThat(both.covers(Reach.of("mail.urgent", "print"))).isTrue();
    assertThat(both.covers(Reach.of("mail", "images"))).isFalse();
    assertThat(both.covers(Reach.EVERYWHERE)).isFalse();
    assertThat(Reach.EVERYWHERE.covers(both)).isTrue();
  }

  @Test
  void who_reaches_nothing_reaches_nothing() {
    assertThat(Reach.NOWHERE.isNowhere()).isTrue();
    assertThat(Reach.NOWHERE.covers("root")).isFalse();
    assertThat(Reach.NOWHERE.covers(Reach.NOWHERE)).isFalse();
    assertThat(Reach.NOWHERE).hasToString("none");
    assertThat(Reach.NOWHERE.and(Reach.EVERYWHERE).isEverywhere()).isTrue();
  }

  @Test
  void what_two_have_in_common_lies_in_both() {
    Reach mails = Reach.of("mail", "print.large");
    assertThat(mails.common(Reach.of("mail.urgent", "print")))
        .isEqualTo(Reach.of("mail.urgent", "print.large"));
    assertThat(mails.common(Reach.EVERYWHERE)).isEqualTo(mails);
    assertThat(Reach.EVERYWHERE.common(Reach.EVERYWHERE)).isEqualTo(Reach.EVERYWHERE);
    assertThat(mails.common(Reach.of("mailing"))).isEqualTo(Reach.NOWHERE);
    assertThat(mails.common(Reach.NOWHERE)).isEqualTo(Reach.NOWHERE);
  }

  @Test
  void a_desk_that_knows_no_limits_serves_who_has_none() {
    assertThat(Reach.EVERYWHERE.unlimited("desk")).isEqualTo("desk");
    assertThatThrownBy(() -> Reach.of("mail").unlimited("desk"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
