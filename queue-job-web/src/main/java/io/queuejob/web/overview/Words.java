package io.queuejob.web.overview;

import io.queuejob.admin.overview.Amount;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {
  private static final String NONE = "–";

  private Words() {}

  static String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
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
      return "< 1 ms";
    } else if (millis < 999.5) {
      return Math.round(millis) + " ms";
    } else if (millis < 59_950) {
      return short1(millis / 1_000) + " s";
    } else if (millis < 3_597_000) {
      return short1(millis / 60_000) + " min";
    }
    return millis < 86_000_000
        ? short1(millis / 3_600_000) + " h"
        : short1(millis / 86_400_000) + " d";
  }

  /** Of a whole, such as 7 %; a dash for null. */
  static String part(Double part) {
    if (part == null) {
      return NONE;
    }
    return part > 0 && part < 0.005 ? "< 1 %" : Math.round(part * 100) + " %";
  }

  /** So many per minute, with a fraction where they are few. */
  static String perMinute(double number) {
    return number == 0 || number >= 10 ? number(Math.round(number)) : short1(number);
  }

  private static String short1(double number) {
    String text = String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
