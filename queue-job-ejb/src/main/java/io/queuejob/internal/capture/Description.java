package io.queuejob.internal.capture;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text for people: a template in which {@code {0}} stands for the first argument. */
final class Description {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");
  private static final int LONGEST = 500;
  private static final int LONGEST_ARGUMENT = 80;

  private Description() {}

  /**
   * Fills a template.
   *
   * @param suffix follows it, and is never cut off
   * @param label gives a word for objects whose own text is not meant for people
   */
  static String of(
      String template, String suffix, Object[] arguments, Function<Object, String> label) {
    String text =
        template.indexOf('{') < 0
            ? template
            : PLACE
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(at(match, arguments, label)));
    return shortened(text.replace("\u0000", ""), LONGEST - suffix.length()) + suffix;
  }

  private static String at(MatchResult match, Object[] arguments, Function<Object, String> label) {
    int index = Integer.parseInt(match.group(1));
    return index < arguments.length ? word(arguments[index], label) : match.group();
  }

  /** Only values whose text is meant for people; others could be long, or raise. */
  private static String word(Object value, Function<Object, String> label) {
    if (value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum<?>
        || value instanceof UUID
        || value instanceof TemporalAccessor
        || value instanceof TemporalAmount) {
      return shortened(String.valueOf(value), LONGEST_ARGUMENT);
    } else if (value instanceof Collection<?> collection) {
      return "[" + collection.size() + "]";
    } else if (value instanceof Map<?, ?> map) {
      return "[" + map.size() + "]";
    }
    return value instanceof Record record ? ofRecord(record) : label.apply(value);
  }

  private static String ofRecord(Record value) {
    try {
      return shortened(value.toString(), LONGEST_ARGUMENT);
    } catch (RuntimeException e) {
      return value.getClass().getSimpleName();
    }
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
