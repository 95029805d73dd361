package io.queuejob.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.ChannelPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of the channel string: S-CH-01 to S-CH-07. */
class ChannelStringTest {

  private static List<String> read(String text) {
    return ChannelString.parse(text).stream().map(ChannelSpec::toString).toList();
  }

  @Test
  void entries_are_joined_by_commas_or_line_breaks_and_blanks_are_dropped() {
    assertThat(read(" root : 4 , mail:2 \n images . large : 1 ,, "))
        .containsExactly("root:4", "root.mail:2", "root.images.large:1");
  }

  @Test
  void a_missing_capacity_is_one_even_for_root() {
    assertThat(read("root,mail")).containsExactly("root:1", "root.mail:1");
  }

  @Test
  void a_star_or_unlimited_is_no_limit() {
    assertThat(read("a:*,b:unlimited")).containsExactly("root.a:∞", "root.b:∞");
  }

  @Test
  void capacity_zero_halts_at_every_level() {
    assertThat(ChannelString.parse("root:0,a:0")).allMatch(ChannelSpec::isHalted);
  }

  @Test
  void paused_is_a_flag_and_keeps_the_capacity() {
    ChannelSpec spec = ChannelString.parse("a:3:paused").get(0);
    assertThat(spec.isHalted()).isTrue();
    assertThat(spec.capacity()).isEqualTo(3);
    assertThat(ChannelString.parse("a:3:paused=no").get(0).isHalted()).isFalse();
  }

  @Test
  void an_executor_takes_the_rest_of_its_entry() {
    assertThat(ChannelString.parse("a:3:executor=java:comp/heavy").get(0).executor())
        .isEqualTo("java:comp/heavy");
  }

  @Test
  void sub_channels_made_on_first_use_get_what_the_channel_above_says() {
    ChannelTree tree =
        new ChannelTree(
            ChannelString.parse("root:4,a:*:capacity_default=2,a.b:3,s:1:sequential_default"));
    assertThat(tree.missing(ChannelPath.of("a.c.d")).toString())
        .isEqualTo("[root.a.c:2, root.a.c.d:2]");
    assertThat(tree.missing(ChannelPath.of("a.b"))).isEmpty();
    assertThat(tree.missing(ChannelPath.of("x.y"))).isEmpty();
    assertThat(tree.missing(ChannelPath.of("s.t")).toString()).isEqualTo("[root.s.t:1:sequential]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "root:x      | QJ2002 | entry 1 ('root:x'): expected a whole number | found 'x'",
        "s::x        | QJ2002 | entry 1 ('s::x')                            | found ''",
        "s:2.5       | QJ2002 | as capacity of 'root.s'                     | found '2.5'",
        "s:1000000   | QJ2002 | a whole number up to 999999, '*'            | found '1000000'",
        "s:-1        | QJ2002 | as capacity of 'root.s'                     | found '-1'",
        ":3          | QJ2001 | a channel's path before ':'                 | found nothing",
        "a..b:1      | QJ2001 | names joined by dots                        | found 'a..b'",
        "'a:1,a:2'   | QJ2003 | entry 2 ('a:2'): expected each channel once | 'root.a' a second time",
        "'root.a,a'  | QJ2003 | each channel once                           | 'root.a' a second time",
        "a:1:foo=1   | QJ2004 | an option among paused, executor            | found 'foo'",
        "a:1:paused=x| QJ2004 | true or false                               | found 'x'",
        "a:1:paused:paused| QJ2003 | each option once                       | 'paused' twice",
        "a:1:executor= | QJ2004 | a JNDI name                               | found nothing",
        "a.b:2:sequential | QJ2006 | capacity 1 on 'root.a.b'               | found '2'",
        "a:*:sequential   | QJ2006 | capacity 1 on 'root.a'                 | found '*'",
        "a:1:throttle     | QJ2004 | whole seconds, 1 or more               | found nothing",
        "a:1:throttle=0   | QJ2004 | whole seconds, 1 or more               | found '0'",
        "a:1:rate=1/0     | QJ2004 | jobs and seconds, each 1 or more       | found '1/0'",
        "a:1:rate=a/b     | QJ2004 | jobs and seconds, each 1 or more       | found 'a/b'",
        "a:1:max_waiting=0 | QJ2004 | a whole number, 1 or more             | found '0'",
        "a:1:capacity_default | QJ2004 | a whole number, 0 or more          | found nothing",
        "a:1:sequential_default:capacity_default=2 | QJ2006 | capacity_default 1 | found '2'",
        "a:1:retention_days=x | QJ2004 | whole days, 0 or more              | found 'x'",
      })
  void bad_text_is_refused_with_entry_expected_and_found(
      String text, String id, String expected, String found) {
    assertThatThrownBy(() -> ChannelString.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(id + " channels '" + text + "'")
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }
}
