package io.queuejob.web.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.web.language.Figures;
import java.time.Duration;

/** Numbers and times as people read them. */
final class Words {
  private static final String NONE = "–";

  private Words() {}

  static String number(long number) {
    return Figures.whole(number);
  }

  /** Such as 17, ≈ 1,200,000 or 100,000+. */
  static String amount(Amount amount) {
    String number = number(amount.number());
    return switch (amount.kind()) {
      case EXACT -> number;
      case ESTIMATE -> "≈ " + number;
      case AT_LEAST -> number + "+";
    };
  }

  /** Such as 340 ms, 1.2 s or 3 h; a dash for null. */
  static String length(Duration time) {
    if (time == null) {
      return NONE;
    }
    double millis = time.toNanos() / 1e6;
    if (millis > 0 && millis < 1) {
      return "< 1\u00a0ms";
    } else if (millis < 999.5) {
      return Math.round(millis) + "\u00a0ms";
    } else if (millis < 59_950) {
      return short1(millis / 1_000) + "\u00a0s";
    } else if (millis < 3_597_000) {
      return short1(millis / 60_000) + "\u00a0min";
    }
    return millis < 86_000_000
        ? short1(millis / 3_600_000) + "\u00a0h"
        : short1(millis / 86_400_000) + "\u00a0d";
  }

  /** Of a whole, such as 7 %; a dash for null. */
  static String part(Double part) {
    if (part == null) {
      return NONE;
    }
    return part > 0 && part < 0.005 ? "< 1\u00a0%" : Math.round(part * 100) + "\u00a0%";
  }

  /** So many per minute, with a fraction where they are few. */
  static String perMinute(double number) {
    return number == 0 || number >= 10 ? number(Math.round(number)) : short1(number);
  }

  private static String short1(double number) {
    double tenths = Math.round(number * 10) / 10.0;
    return number < 10 && tenths != Math.rint(tenths)
        ? Figures.tenths(tenths)
        : Figures.whole(Math.round(number));
  }
}
