package io.queuejob.web.job.graph;

import io.queuejob.web.StateWord;

/** A sign for each state, as a path of 16 by 16, so that no picture is told by colour alone. */
final class Signs {
  private Signs() {}

  static String of(StateWord state) {
    return switch (state) {
      case WAIT_DEPENDENCIES -> "M4 2h8v3l-3 3 3 3v3H4v-3l3-3-3-3z";
      case PENDING -> "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm1 3v4l3 2-1 1.4-4-2.6V4z";
      case ENQUEUED -> "M1 3h14v2H1zm0 4h14v2H1zm0 4h14v2H1z";
      case STARTED -> "M4 2l10 6-10 6z";
      case FAILED -> "M8 1l8 14H0zM7 6v5h2V6zm0 6v2h2v-2z";
      case DONE -> "M1 9l2-2 3 3 7-8 2 2-9 10z";
      case CANCELLED -> "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM4 7h8v2H4z";
    };
  }
}
