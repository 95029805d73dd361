package io.queuejob.internal.context;

import io.queuejob.api.error.CaptureException;
import io.queuejob.spi.ContextPropagator;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The propagators in force: what they capture as JSON, and its restoring on another thread. */
public final class Crossing {
  /** Under which the name of the caller is carried. */
  public static final String CALLER = "caller";

  /** Nothing but the engine's own. */
  public static final Crossing BUILT_IN = new Crossing(List.of());

  private static final System.Logger LOG = System.getLogger("io.queuejob.context");
  private static final int MOST_CHARACTERS = 8_192;

  /** Kept: to look a provider up costs more than a whole call. */
  private final JsonProvider json = JsonProvider.provider();

  private final Map<String, ContextPropagator> byName = new LinkedHashMap<>();

  /**
   * A crossing.
   *
   * @param others besides the engine's own; of one name the first counts
   */
  public Crossing(Collection<? extends ContextPropagator> others) {
    this(others, () -> null);
  }

  /**
   * A crossing.
   *
   * @param others besides the engine's own; of one name the first counts
   * @param caller gives the name of who calls; null where nobody is known
   */
  public Crossing(Collection<? extends ContextPropagator> others, Supplier<String> caller) {
    others.forEach(p -> byName.putIfAbsent(p.name(), p));
    byName.putIfAbsent(CALLER, new Carried(CALLER, caller));
    byName.putIfAbsent("locale", new Carried("locale", () -> Locale.getDefault().toLanguageTag()));
    byName.putIfAbsent("zone", new Carried("zone", () -> java.time.ZoneId.systemDefault().getId()));
  }

  /** What the calling thread has, as JSON; null if nothing. */
  public String capture() {
    JsonObjectBuilder all = json.createObjectBuilder();
    byName.forEach(
        (name, propagator) -> {
          String text = captured(propagator);
          if (text != null) {
            all.add(name, text);
          }
        });
    JsonObject context = all.build();
    String text = context.isEmpty() ? null : context.toString();
    if (text != null && text.length() > MOST_CHARACTERS) {
      throw new CaptureException(
          "QJ4201",
          "context of the call: expected at most "
              + MOST_CHARACTERS
              + " characters, found "
              + text.length()
              + " from "
              + context.keySet()
              + "; carry a key, not the data");
    }
    return text;
  }

  private static String captured(ContextPropagator propagator) {
    try {
      return propagator.capture();
    } catch (RuntimeException e) {
      throw new CaptureException(
          "QJ4203",
          "context of the call: expected a text or null from "
              + propagator.getClass().getName()
              + ".capture(), found "
              + e
              + "; nothing was stored; have it answer null where there is nothing to carry",
          e);
    }
  }

  /**
   * One text of what was captured.
   *
   * @param json what was captured; null for nothing
   * @param name of its propagator
   * @return null if there is none
   */
  public String text(String json, String name) {
    return json == null || !json.contains(name) ? null : read(json).get(name);
  }

  /** Name of who calls; inside a job, of who called that. Null where nobody is known. */
  public String caller() {
    return captured(byName.get(CALLER));
  }

  /**
   * Lets this thread read what it would carry over, for a call that runs at once: set is all
   * already.
   *
   * @return takes it back
   */
  public Runnable show() {
    Map<String, String> before = Carried.show(read(capture()));
    return () -> Carried.show(before);
  }

  /**
   * Sets on this thread what was captured. What no propagator here knows is left out.
   *
   * @return takes all of it back, each whatever the others do
   */
  public Runnable restore(String json) {
    Map<String, String> texts = read(json);
    Deque<ContextPropagator.Cleaner> cleaners = new ArrayDeque<>();
    Map<String, String> before = Carried.show(texts);
    cleaners.push(() -> Carried.show(before));
    try {
      texts.forEach(
          (name, text) -> {
            ContextPropagator propagator = byName.get(name);
            if (propagator != null) {
              ContextPropagator.Cleaner cleaner = propagator.restore(text);
              cleaners.push(cleaner == null ? () -> {} : cleaner);
            }
          });
    } catch (RuntimeException | Error e) {
      clean(cleaners);
      throw e;
    }
    return () -> clean(cleaners);
  }

  private static void clean(Deque<ContextPropagator.Cleaner> cleaners) {
    while (!cleaners.isEmpty()) {
      ContextPropagator.Cleaner cleaner = cleaners.pop();
      try {
        cleaner.clean();
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "QJ4202 a context propagator could not clean the thread", e);
      }
    }
  }

  private Map<String, String> read(String context) {
    Map<String, String> texts = new HashMap<>();
    if (context != null) {
      try (JsonReader reader = json.createReader(new StringReader(context))) {
        reader
            .readObject()
            .forEach(
                (name, value) -> {
                  if (value instanceof JsonString text) {
                    texts.put(name, text.getString());
                  }
                });
      }
    }
    return texts;
  }
}
