package io.queuejob.web.job.why;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.web.StateWord;
import io.queuejob.web.VisibleText;
import io.queuejob.web.job.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts reasons into words. Places in a text: {@code {0}} the value, a time in full; {@code {0:ago}}
 * and {@code {0:since}} a time relative to now; {@code {0:span}} milliseconds as a length; {@code
 * {0:state}} a state word; {@code {0:job1}} a link to job 0 that reads as value 1.
 */
public final class WhyWords {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([a-z]+)(\\d?))?}");
  private static final int LONGEST = 300;

  private final ResourceBundle texts;

  public WhyWords(ResourceBundle texts) {
    this.texts = texts;
  }

  /** All reasons in words, in their order. */
  public List<WhyLine> lines(List<WaitReason> reasons) {
    return reasons.stream().map(this::line).toList();
  }

  private WhyLine line(WaitReason reason) {
    String code = reason.code().name();
    String key = "why." + code;
    String text = texts.containsKey(key) ? texts.getString(key) : code + " " + reason.values();
    return new WhyLine(code, reason.isBlocking(), parts(text, reason.values()));
  }

  private List<Part> parts(String text, List<Object> values) {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      parts.add(Part.words(text.substring(from, place.start())));
      parts.add(part(place, values));
      from = place.end();
    }
    parts.add(Part.words(text.substring(from)));
    return parts.stream().filter(part -> !part.text().isEmpty()).toList();
  }

  private Part part(Matcher place, List<Object> values) {
    Object value = values.get(Integer.parseInt(place.group(1)));
    String look = place.group(2) == null ? "" : place.group(2);
    if (value instanceof Instant instant) {
      return new Part(instant.toString(), false, instant, look.isEmpty() ? "full" : look, null);
    } else if (look.equals("job")) {
      String name = name(values.get(Integer.parseInt(place.group(3))));
      return new Part(name.isEmpty() ? value.toString() : name, true, null, null, (UUID) value);
    } else if (value instanceof UUID job) {
      return new Part(job.toString(), true, null, null, job);
    } else if (look.equals("span")) {
      return Part.words(Span.of(Duration.ofMillis((Long) value)));
    } else if (look.equals("state")) {
      return Part.words(state(value.toString()));
    }
    return value instanceof Long number ? Part.words(number.toString()) : Part.name(name(value));
  }

  private String state(String word) {
    return StateWord.of(word).map(state -> texts.getString("state." + word)).orElse(word);
  }

  private static String name(Object value) {
    String line = VisibleText.firstLine(value.toString());
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
