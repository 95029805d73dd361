package io.queuejob.internal.operations.testjob;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.admin.testjob.TestJobs;
import io.queuejob.api.error.CaptureException;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.function.TestJobRows;
import io.queuejob.internal.storage.function.TestJobRows.Offer;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.testjob.TestCall;
import io.queuejob.internal.testjob.TestGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes test jobs, each time in a transaction of its own, stored the way that calls are. */
public final class TestJobDesk implements TestJobAdmin {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Stores stores;
  private final DatabaseClock clock;
  private final Transactions transactions;
  private final RandomGenerator random;

  /**
   * Where they go.
   *
   * @param rows who runs them, and the audit
   * @param graphs where captured graphs are written, so that the limits of channels hold
   * @param commands rings
   */
  public record Stores(TestJobRows rows, GraphStore graphs, CommandStore commands) {}

  /**
   * A desk.
   *
   * @param random draws the shape of graphs
   */
  public TestJobDesk(
      Stores stores, DatabaseClock clock, Transactions transactions, RandomGenerator random) {
    this.stores = stores;
    this.clock = clock;
    this.transactions = transactions;
    this.random = random;
  }

  @Override
  public TestJobs make(Map<String, String> options, String actor) {
    TestJobOptions asked = TestJobOptions.of(options);
    String person = actor == null || actor.isBlank() ? "unknown" : actor;
    try {
      return transactions.inNew(TIMEOUT, () -> make(asked, person));
    } catch (CaptureException full) {
      return refused(full.getMessage());
    } catch (QueueJobException e) {
      throw e;
    } catch (Exception e) {
      throw new StorageException(
          "QJ7073", "no test jobs were made: " + e.getMessage() + "; try again", e);
    }
  }

  private TestJobs make(TestJobOptions asked, String person) {
    List<Offer> all = stores.rows().offers(TestCall.FUNCTION);
    String wanted = asked.application();
    List<Offer> offers =
        all.stream().filter(o -> wanted == null || o.application().equals(wanted)).toList();
    if (offers.isEmpty()) {
      return nobody(wanted, all);
    } else if (offers.size() > 1) {
      return several(offers);
    }
    return store(asked, offers.get(0), person);
  }

  private TestJobs store(TestJobOptions asked, Offer offer, String person) {
    Plan<Integer> plan = TestGraph.of(asked.size(), random).plan();
    Instant now = clock.now();
    List<Entry> entries =
        plan.values().stream()
            .map(number -> Entry.of(request(asked, number, person, now), offer.function()))
            .toList();
    UUID first =
        stores.graphs().store(new GraphRequest(entries, plan.edges())).members().get(0).uuid();
    UUID graph = stores.rows().graphOf(first);
    stores.rows().audit(person, first, asked.size(), how(asked, offer, graph));
    stores.commands().ring(offer.function(), asked.terms().channel());
    String what = graph == null ? "test job " + first : asked.size() + " test jobs, graph " + graph;
    String message = "Stored " + what + ", for application " + offer.application() + ".";
    return new TestJobs(new CommandResult(Verdict.DONE, "pending", message), first, graph);
  }

  private static JobRequest request(TestJobOptions asked, int number, String person, Instant now) {
    TestJobOptions.Terms terms = asked.terms();
    return new JobRequest(
        JobRequest.uuidAt(now),
        TestCall.FUNCTION,
        terms.channel(),
        new JobRequest.Schedule(terms.priority(), now, null, terms.maxRetries(), 0),
        asked.description() + (asked.size() == 1 ? "" : " #" + number),
        person,
        null,
        new JobRequest.Payload(asked.call().arguments(), null));
  }

  private static Map<String, String> how(TestJobOptions asked, Offer offer, UUID graph) {
    Map<String, String> how = new TreeMap<>();
    how.put("application", offer.application());
    how.put("channel", asked.terms().channel().text());
    how.put("size", String.valueOf(asked.size()));
    how.put("failure_rate", String.valueOf(asked.call().failureRate()));
    how.put("steady", String.valueOf(asked.call().steady()));
    how.put("max_retries", String.valueOf(asked.terms().maxRetries()));
    how.put("priority", String.valueOf(asked.terms().priority()));
    if (graph != null) {
      how.put("graph", graph.toString());
    }
    return how;
  }

  private static TestJobs nobody(String wanted, List<Offer> all) {
    return refused(
        "QJ7071 no test jobs were made: expected a live node"
            + (wanted == null ? "" : " of application '" + wanted + "'")
            + " that runs them, found "
            + (all.isEmpty() ? "none" : "those of " + names(all))
            + "; set queue-job.test-jobs=on (QUEUE_JOB_TEST_JOBS) for an application and start it"
            + " anew.");
  }

  private static TestJobs several(List<Offer> offers) {
    return refused(
        "QJ7072 no test jobs were made: expected nodes of one application that run them, found"
            + " those of "
            + names(offers)
            + "; name one of them in application.");
  }

  private static String names(List<Offer> offers) {
    return offers.stream().map(Offer::application).collect(Collectors.joining(", "));
  }

  private static TestJobs refused(String message) {
    return new TestJobs(new CommandResult(Verdict.REFUSED, null, message), null, null);
  }
}
