package io.queuejob.web.job.why;

import java.time.Instant;
import java.util.UUID;

/**
 * A part of a sentence.
 *
 * @param text what it says, also where its other members say it better
 * @param named whether the text is a name from outside, not of the sentence
 * @param instant a time; null if it is none
 * @param look how a time is shown: {@code full}, {@code ago} or {@code since}
 * @param job a job to go to; null if it is none
 */
public record Part(String text, boolean named, Instant instant, String look, UUID job) {
  static Part words(String text) {
    return new Part(text, false, null, null, null);
  }

  static Part name(String text) {
    return new Part(text, true, null, null, null);
  }
}
