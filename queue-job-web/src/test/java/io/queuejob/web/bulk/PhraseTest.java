package io.queuejob.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.search.FilterWord;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PhraseTest {
  @Test
  void words_are_told_as_people_say_them() {
    assertThat(Phrase.of(new FilterWord("age", ">1h"))).isEqualTo(new Phrase("older", "1h"));
    assertThat(Phrase.of(new FilterWord("age", "<2d"))).isEqualTo(new Phrase("younger", "2d"));
    assertThat(Phrase.of(new FilterWord("", "order"))).isEqualTo(new Phrase("text", "order"));
    assertThat(Phrase.of(new FilterWord("args.0", "7")))
        .isEqualTo(new Phrase("args", "args.0 = 7"));
    assertThat(Phrase.of(new FilterWord("state", "failed,done")).value()).isEqualTo("failed, done");
  }

  @Test
  void an_address_names_action_filter_and_selection() {
    UUID job = new UUID(1, 2);
    BulkAddress address =
        BulkAddress.of(
            Map.of(
                "action", new String[] {"set_done"},
                "q", new String[] {"state:failed"},
                "job", new String[] {job.toString(), "nonsense"}));
    BulkRequest request = address.request("ignored", null, "k");
    assertThat(request.change().action()).isEqualTo(BulkAction.SET_DONE);
    assertThat(request.change().value()).isNull();
    assertThat(request.filter()).isEqualTo("state:failed");
    assertThat(request.selection()).containsExactly(job);
  }

  @Test
  void a_selection_none_of_which_can_be_read_is_never_all_that_match() {
    BulkAddress address =
        BulkAddress.of(
            Map.of(
                "action", new String[] {"cancel"},
                "q", new String[] {"state:pending"},
                "job", new String[] {"0b9c6f3e-8a51"}));
    assertThat(address.request("", null, null).selection()).isEmpty();
  }

  @Test
  void an_address_without_jobs_means_all_that_match() {
    BulkAddress address =
        BulkAddress.of(Map.of("action", new String[] {"eta"}, "q", new String[] {"x"}));
    assertThat(address.request("+2h", null, null).selection()).isNull();
    assertThat(address.request("+2h", null, null).change().value()).isEqualTo("+2h");
    assertThat(BulkAddress.of(Map.of())).isEqualTo(BulkAddress.NONE);
  }
}
