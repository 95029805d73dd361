package io.queuejob.internal.capture.option;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.call.IdentityKey;
import io.queuejob.internal.job.ChannelPath;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Options by name, and what each may be (S-DL-02). */
final class NamedOptions {
  private static final String SEE = "see JobOptions";

  /** Sets one option; null stands for the default. */
  private interface Setter {
    void set(Options<?> options, Object value);
  }

  private static final Map<String, Setter> SETTERS =
      new TreeMap<>(
          Map.of(
              "priority", NamedOptions::setPriority,
              "eta", NamedOptions::setEta,
              "maxRetries", NamedOptions::setMaxRetries,
              "description", (options, value) -> options.description(text("description", value)),
              "channel", NamedOptions::setChannel,
              "identityKey", NamedOptions::setIdentityKey,
              "identityScope", NamedOptions::setIdentityScope));

  private NamedOptions() {}

  /** Sets all of them or, if one cannot be, none. */
  static void setAll(Map<String, ?> given, Options<?> options) {
    Probe probe = new Probe();
    given.forEach((name, value) -> setter(name).set(probe, value));
    given.forEach((name, value) -> setter(name).set(options, value));
  }

  /** Options that belong to nothing. */
  private static final class Probe extends Options<Probe> {
    @Override
    protected Probe self() {
      return this;
    }
  }

  private static Setter setter(String name) {
    Setter setter = name == null ? null : SETTERS.get(name);
    if (setter == null) {
      throw Messages.unknownOption(name, SETTERS.keySet());
    }
    return setter;
  }

  static int attempts(int attempts) {
    if (attempts < 0) {
      throw Messages.badOption(
          "maxRetries", "0 (without limit) or more", attempts, "leave it out for 5");
    }
    return attempts;
  }

  static ChannelPath channel(String path) {
    try {
      return ChannelPath.of(path);
    } catch (IllegalArgumentException e) {
      throw Messages.badOption(
          "channel", "names joined by dots, such as root.mail", "'" + path + "'", "correct it");
    }
  }

  private static void setPriority(Options<?> options, Object value) {
    if (value == null) {
      options.forgetPriority();
    } else {
      options.priority(number("priority", value));
    }
  }

  private static void setMaxRetries(Options<?> options, Object value) {
    if (value == null) {
      options.forgetMaxRetries();
    } else {
      options.maxRetries(number("maxRetries", value));
    }
  }

  private static void setChannel(Options<?> options, Object value) {
    if (value == null) {
      options.forgetChannel();
    } else {
      options.channel(text("channel", value));
    }
  }

  private static void setEta(Options<?> options, Object value) {
    if (value == null || value instanceof Instant) {
      options.eta((Instant) value);
    } else if (value instanceof Duration delay) {
      options.eta(delay);
    } else if (value instanceof ZonedDateTime zoned) {
      options.eta(zoned);
    } else if (value instanceof OffsetDateTime offset) {
      options.eta(offset.toInstant());
    } else if (value instanceof Integer || value instanceof Long) {
      options.eta(((Number) value).longValue());
    } else {
      throw bad("eta", List.of("Duration", "Instant", "ZonedDateTime", "seconds"), value);
    }
  }

  private static void setIdentityKey(Options<?> options, Object value) {
    if (value instanceof IdentityKey key) {
      options.identityKey(key);
    } else {
      options.identityKey(text("identityKey", value));
    }
  }

  private static void setIdentityScope(Options<?> options, Object value) {
    if (value == null || value instanceof IdentityScope) {
      options.identityScope((IdentityScope) value);
    } else {
      List<String> words = new ArrayList<>();
      for (IdentityScope scope : IdentityScope.values()) {
        words.add("IdentityScope." + scope);
      }
      throw bad("identityScope", words, value);
    }
  }

  private static String text(String name, Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw bad(name, List.of("a text"), value);
  }

  private static int number(String name, Object value) {
    if (value instanceof Integer number) {
      return number;
    }
    if (value instanceof Long number && number.intValue() == number) {
      return number.intValue();
    }
    throw bad(name, List.of("a whole number"), value);
  }

  private static RuntimeException bad(String name, List<String> expected, Object found) {
    return Messages.badOption(
        name,
        String.join(", ", expected),
        found + " of type " + found.getClass().getSimpleName(),
        SEE);
  }
}
