package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.JobRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of many jobs as one array for each column, as a statement of many rows wants them. */
final class JobColumns {
  private final List<Long> ids = new ArrayList<>();
  private final List<UUID> uuids = new ArrayList<>();
  private final List<Integer> functions = new ArrayList<>();
  private final List<String> channels = new ArrayList<>();
  private final List<Integer> priorities = new ArrayList<>();
  private final List<String> created = new ArrayList<>();
  private final List<Boolean> blocked = new ArrayList<>();
  private final List<String> etas = new ArrayList<>();
  private final List<Integer> maxRetries = new ArrayList<>();
  private final List<Integer> timeouts = new ArrayList<>();
  private final List<String> callers = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<String> contexts = new ArrayList<>();
  private final List<String> related = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();
  private long characters;

  /** Adds a row. */
  void add(long id, int functionId, boolean waitsForParent, JobRequest job) {
    ids.add(id);
    uuids.add(job.uuid());
    functions.add(functionId);
    channels.add(job.channel().text());
    priorities.add(job.schedule().priority());
    created.add(text(job.schedule().created()));
    blocked.add(waitsForParent);
    etas.add(text(job.schedule().eta()));
    maxRetries.add(job.schedule().maxRetries());
    timeouts.add(job.schedule().timeoutSeconds());
    callers.add(job.caller());
    descriptions.add(job.description());
    arguments.add(job.payload().arguments());
    contexts.add(job.payload().context());
    related.add(job.payload().related());
    attributes.add(job.payload().attributes());
    characters += job.payload().arguments().length();
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }

  int rows() {
    return ids.size();
  }

  /** Length of all arguments together. */
  long characters() {
    return characters;
  }

  /** The parameters of {@link GraphWriting#INSERT}. */
  Object[] parameters(UUID graph) {
    return new Object[] {
      graph,
      ids.toArray(Long[]::new),
      uuids.toArray(UUID[]::new),
      functions.toArray(Integer[]::new),
      channels.toArray(String[]::new),
      priorities.toArray(Integer[]::new),
      created.toArray(String[]::new),
      blocked.toArray(Boolean[]::new),
      etas.toArray(String[]::new),
      maxRetries.toArray(Integer[]::new),
      timeouts.toArray(Integer[]::new),
      callers.toArray(String[]::new),
      descriptions.toArray(String[]::new),
      arguments.toArray(String[]::new),
      contexts.toArray(String[]::new),
      related.toArray(String[]::new),
      attributes.toArray(String[]::new)
    };
  }
}
