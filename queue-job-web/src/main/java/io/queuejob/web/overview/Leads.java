package io.queuejob.web.overview;

import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.StateWord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where the overview leads to: addresses of other pages, beside this one. */
final class Leads {
  private Leads() {}

  /** The jobs in one state. */
  static String jobs(StateWord state) {
    return "jobs.xhtml?state=" + state.word();
  }

  /** The jobs in one state, in a channel and all below it. */
  static String inChannel(StateWord state, String channel) {
    return jobs(state) + "&channel=" + encoded(channel);
  }

  /** The open jobs of a channel and all below it. */
  static String channel(String channel) {
    return "jobs.xhtml?channel=" + encoded(channel);
  }

  /** The jobs of one function in one state. */
  static String ofFunction(StateWord state, String function) {
    return jobs(state) + "&text=" + encoded(function);
  }

  /** The jobs of one function in any state. */
  static String function(String function) {
    return "jobs.xhtml?state=all&text=" + encoded(function);
  }

  /** The failed jobs with one kind of error. */
  static String failures(Attention.FailureGroup group) {
    String line =
        group.fingerprint() == null
            ? word("error", group.errorClass()) + " " + word("function", group.function())
            : word("fingerprint", group.fingerprint());
    return jobs(StateWord.FAILED) + "&q=" + encoded(line.strip());
  }

  /** Where channels are paused and opened. */
  static String channels() {
    return "channels.xhtml";
  }

  /** Where nodes are looked at. */
  static String nodes() {
    return "nodes.xhtml";
  }

  static String job(UUID uuid) {
    return "job.xhtml?uuid=" + uuid;
  }

  private static String word(String name, String value) {
    return value == null ? "" : JobSearch.word(name, value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
