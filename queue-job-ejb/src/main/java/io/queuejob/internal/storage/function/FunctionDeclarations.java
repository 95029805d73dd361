package io.queuejob.internal.storage.function;

import io.queuejob.internal.storage.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the code of an application, and its server, say of functions; the last start wins. */
public final class FunctionDeclarations {
  /** Parameters: application, source, name, names of options, their texts. */
  static final String DECLARE =
      """
      INSERT INTO queue_job.declaration AS d (application, module, kind, name, settings)
      VALUES (?, ?, 'function', ?, (SELECT jsonb_object_agg(o.key, o.value)
        FROM unnest(?::text[], ?::text[]) AS o(key, value)))
      ON CONFLICT (application, module, kind, name) DO UPDATE
        SET settings = EXCLUDED.settings, declared = clock_timestamp()
      WHERE d.settings IS DISTINCT FROM EXCLUDED.settings
      """;

  /** Parameters: application, source, names that stay. */
  static final String FORGET =
      """
      DELETE FROM queue_job.declaration
      WHERE application = ? AND module = ? AND kind = 'function' AND name <> ALL (?::text[])
      """;

  private final Database database;
  private final String application;

  /** Declarations of an application. */
  public FunctionDeclarations(Database database, String application) {
    this.database = database;
    this.application = application;
  }

  /** Who says something of a function. */
  public enum Source {
    /** The code. */
    CODE("code"),
    /** Properties, environment and modules' files. */
    SERVER("server");

    private final String word;

    Source(String word) {
      this.word = word;
    }
  }

  /**
   * Writes all that a source says, in the order of names, so that nodes which start together do not
   * wait for each other in a circle.
   *
   * @param said texts by the name of an option, by the name of a function
   */
  public void declare(Source source, Map<String, Map<String, String>> said) {
    List<Object[]> writes = new ArrayList<>();
    new TreeMap<>(said)
        .forEach(
            (name, options) ->
                writes.add(
                    new Object[] {
                      application,
                      source.word,
                      name,
                      options.keySet().toArray(String[]::new),
                      options.values().toArray(String[]::new)
                    }));
    database.run(
        "write what is said of functions",
        s -> {
          s.update(FORGET, application, source.word, said.keySet().toArray(String[]::new));
          return writes.isEmpty() ? 0 : s.updateEach(DECLARE, writes).length;
        });
  }
}
