package io.queuejob.web.job;

import java.util.Locale;

/** Parts of the page that are written anew when what they show has changed, and only then. */
enum Panel {
  NOW,
  WHY,
  PAST,
  GRAPH;

  /** Its client id. */
  String id() {
    return "job:" + name().toLowerCase(Locale.ROOT);
  }
}
