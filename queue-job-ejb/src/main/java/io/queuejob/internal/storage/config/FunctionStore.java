package io.queuejob.internal.storage.config;

import io.queuejob.internal.job.FunctionSettings;
import io.queuejob.internal.port.protocol.Functions;
import io.queuejob.internal.storage.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of one application. */
public final class FunctionStore implements Functions {
  /** Parameters: application, names. */
  static final String REGISTER =
      """
      INSERT INTO queue_job.function (application, name)
      SELECT ?, name FROM unnest(?::text[]) AS new(name)
      WHERE NOT EXISTS (SELECT FROM queue_job.function f
        WHERE f.application = ? AND f.name = new.name)
      ORDER BY name ON CONFLICT (application, name) DO NOTHING
      """;

  /** Parameter: application. */
  static final String ALL = "SELECT id, name FROM queue_job.function WHERE application = ?";

  /** Parameter: application. */
  static final String SETTINGS =
      """
      SELECT f.name, o.key, o.value
      FROM queue_job.function f CROSS JOIN LATERAL jsonb_each_text(f.settings) AS o(key, value)
      WHERE f.application = ? AND o.value IS NOT NULL
      """;

  private final Database database;
  private final String application;

  public FunctionStore(Database database, String application) {
    this.database = database;
    this.application = application;
  }

  @Override
  public void register(List<String> names) {
    database.run("register functions", s -> s.update(REGISTER, application, names, application));
  }

  @Override
  public Map<String, Integer> all() {
    Map<String, Integer> numbers = new HashMap<>();
    database
        .run(
            "read functions",
            s ->
                s.rows(ALL, row -> Map.entry(row.getString("name"), row.getInt("id")), application))
        .forEach(e -> numbers.put(e.getKey(), e.getValue()));
    return numbers;
  }

  /** What people have set of functions, by name; functions of which nothing is set are left out. */
  public Map<String, FunctionSettings> settings() {
    Map<String, Map<String, String>> options = new HashMap<>();
    database.run(
        "read settings of functions",
        s ->
            s.rows(
                SETTINGS,
                row ->
                    options
                        .computeIfAbsent(row.getString("name"), name -> new HashMap<>())
                        .put(row.getString("key"), row.getString("value")),
                application));
    Map<String, FunctionSettings> settings = new HashMap<>();
    options.forEach((name, one) -> settings.put(name, new FunctionSettings(one)));
    return settings;
  }
}
