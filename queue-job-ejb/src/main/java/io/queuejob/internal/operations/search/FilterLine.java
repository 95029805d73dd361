package io.queuejob.internal.operations.search;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.Criteria.Clause;
import io.queuejob.internal.storage.search.Criteria.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a filter line into conditions. */
public final class FilterLine {
  /** State words, in the order of a life. */
  static final List<String> STATES =
      List.of("wait_dependencies", "pending", "enqueued", "started", "failed", "done", "cancelled");

  /** Words that have a name, but for arguments; with what they are for. */
  static final List<String> NAMES =
      List.of(
          "state",
          "channel",
          "function",
          "node",
          "priority",
          "user",
          "error",
          "key",
          "age",
          "args.0",
          "graph",
          "id",
          "uuid",
          "fingerprint");

  private static final int LONGEST = 2_000;

  /** No job is older; what is before that may be before the years that a database has. */
  private static final Duration OLDEST = Duration.ofDays(700_000);

  private static final Pattern COMPARED = Pattern.compile("([<>]=?|=)?(-?\\d{1,9})");
  private static final Pattern AGE = Pattern.compile("([<>])(\\d{1,6})([smhdw])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));
  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Instant asOf;
  private final Set<String> states = new TreeSet<>();
  private final List<Clause> clauses = new ArrayList<>();

  private FilterLine(Instant asOf) {
    this.asOf = asOf;
  }

  /**
   * The conditions of a line.
   *
   * @param asOf instant from which ages count
   * @throws io.queuejob.admin.search.FilterException QJ7030 to QJ7033 if it cannot be read
   */
  public static Criteria read(String line, Instant asOf) {
    String text = line == null ? "" : line.strip();
    if (text.length() > LONGEST) {
      throw Messages.tooLong(LONGEST, text.length());
    }
    FilterLine reading = new FilterLine(asOf);
    LineWords.of(text).stream().map(FilterLine::storable).forEach(reading::add);
    return new Criteria(reading.states, reading.clauses);
  }

  /** No text of the database holds U+0000 or half a character; it would refuse the question. */
  private static Word storable(Word word) {
    boolean foreign =
        (word.name() + word.value())
            .codePoints()
            .anyMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (foreign) {
      throw Messages.value(word, "text without U+0000 and halves of characters");
    }
    return word;
  }

  private void add(Word word) {
    if (!word.isText() && word.value().isBlank()) {
      throw Messages.value(word, "a value after the colon, such as " + example(word.name()));
    }
    if (word.isText()) {
      text(word.value());
    } else if (word.name().startsWith("args.")) {
      argument(word);
    } else {
      named(word);
    }
  }

  private void named(Word word) {
    String value = word.value();
    switch (word.name()) {
      case "state" -> states(word);
      case "channel" -> channel(word);
      case "function" -> function(word);
      case "node" -> clauses.add(Clause.of(Kind.NODE, value));
      case "priority" -> priority(word);
      case "user" -> clauses.add(Clause.of(Kind.USER, value));
      case "error" -> clauses.add(Clause.of(Kind.ERROR, value));
      case "fingerprint" -> clauses.add(Clause.of(Kind.FINGERPRINT, value));
      case "key" -> clauses.add(Clause.of(Kind.KEY, value));
      case "age" -> age(word);
      case "id" -> id(word);
      case "uuid" -> clauses.add(Clause.of(Kind.UUID, identity(word)));
      case "graph" -> clauses.add(Clause.of(Kind.GRAPH, identity(word)));
      default -> throw Messages.unknownWord(word, NAMES);
    }
  }

  private static String example(String name) {
    return switch (name) {
      case "state" -> "state:failed";
      case "channel" -> "channel:root.mail";
      case "priority" -> "priority:<5";
      case "age" -> "age:>1h";
      default -> name + ":abc";
    };
  }

  private void text(String value) {
    if (IDENTITY.matcher(value).matches()) {
      clauses.add(Clause.of(Kind.UUID, UUID.fromString(value)));
    } else if (!value.isBlank()) {
      clauses.add(Clause.of(Kind.TEXT, value));
    }
  }

  /** Named more than once, they hold together like all words: what each of them allows. */
  private void states(Word word) {
    List<String> named = List.of(word.value().split(",", -1));
    if (!STATES.containsAll(named)) {
      throw Messages.value(word, "one or more of " + String.join(", ", STATES));
    }
    if (states.isEmpty()) {
      states.addAll(named);
      return;
    }
    String before = String.join(", ", states);
    states.retainAll(named);
    if (states.isEmpty()) {
      throw Messages.value(word, "one or more of " + before + ", which the line has before it");
    }
  }

  private void function(Word word) {
    boolean whole = isWhole(word);
    String name = whole ? word.value().substring(1) : word.value();
    clauses.add(whole ? Clause.whole(Kind.FUNCTION, name) : Clause.of(Kind.FUNCTION, name));
  }

  /** {@code =} before a value: that very one, nothing below or around it. */
  private static boolean isWhole(Word word) {
    return word.value().length() > 1 && word.value().startsWith("=");
  }

  private void channel(Word word) {
    boolean whole = isWhole(word);
    try {
      String path = ChannelPath.of(whole ? word.value().substring(1) : word.value()).text();
      clauses.add(whole ? Clause.whole(Kind.CHANNEL, path) : Clause.of(Kind.CHANNEL, path));
    } catch (IllegalArgumentException e) {
      throw Messages.value(word, "the path of a channel, such as root.mail");
    }
  }

  private void priority(Word word) {
    Matcher compared = COMPARED.matcher(word.value());
    if (!compared.matches()) {
      throw Messages.value(word, "a whole number, with <, <=, > or >= before it if wished");
    }
    String operator = compared.group(1) == null ? "=" : compared.group(1);
    clauses.add(new Clause(Kind.PRIORITY, operator, Integer.valueOf(compared.group(2)), List.of()));
  }

  private void age(Word word) {
    Matcher age = AGE.matcher(word.value());
    if (!age.matches()) {
      throw Messages.value(word, "< or >, a whole number, and s, m, h, d or w, such as >1h");
    }
    Duration span = UNITS.get(age.group(3)).multipliedBy(Long.parseLong(age.group(2)));
    Instant instant = asOf.minus(span.compareTo(OLDEST) > 0 ? OLDEST : span);
    clauses.add(Clause.created(age.group(1).equals(">") ? "<" : ">", instant));
  }

  private void id(Word word) {
    if (!word.value().matches("\\d{1,18}")) {
      throw Messages.value(word, "the number of a job");
    }
    clauses.add(Clause.of(Kind.ID, Long.valueOf(word.value())));
  }

  private static UUID identity(Word word) {
    if (!IDENTITY.matcher(word.value()).matches()) {
      throw Messages.value(word, "a uuid such as 0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47");
    }
    return UUID.fromString(word.value());
  }

  /** {@code args.0.customer.id} is a value of the first argument. */
  private void argument(Word word) {
    List<String> path = List.of(word.name().split("\\.", -1));
    // the database would take -1 and 01 for positions, too, and miss what is secret there
    if (path.stream().anyMatch(String::isEmpty) || !path.get(1).matches("0|[1-9]\\d{0,3}")) {
      throw Messages.value(
          word, "the position of an argument, and names joined by dots, such as args.0.id:17");
    }
    clauses.add(new Clause(Kind.ARGUMENT, "=", word.value(), path));
  }
}
