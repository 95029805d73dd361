package io.queuejob.internal.capture.option;

import io.queuejob.api.error.CaptureException;
import java.util.Collection;

/** Texts of this package: QJ1008, and QJ1080 to QJ1089. */
final class Messages {

  private Messages() {}

  static CaptureException badOption(String option, String expected, Object found, String cure) {
    return new CaptureException(
        "QJ1008", option + ": expected " + expected + ", found " + found + "; " + cure);
  }

  static CaptureException unknownOption(Object name, Collection<String> known) {
    return new CaptureException(
        "QJ1080", "set: expected names out of " + known + ", found '" + name + "'; correct it");
  }
}
