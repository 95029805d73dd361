package io.queuejob.chaos.run;

import io.queuejob.chaos.check.Checks;
import io.queuejob.chaos.check.RecoveryWatch;
import io.queuejob.chaos.check.Sampler;
import io.queuejob.chaos.fault.Ground;
import io.queuejob.chaos.fault.Schedule;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.chaos.load.Mix;
import io.queuejob.chaos.load.People;
import io.queuejob.chaos.load.Producer;
import io.queuejob.chaos.node.Cluster;
import io.queuejob.chaos.node.Launch;
import io.queuejob.chaos.node.WorkBean;
import io.queuejob.chaos.work.Ledger;
import io.queuejob.chaos.work.ServerWork;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** One run. */
public final class ChaosRun {
  private static final Map<String, String> PRODUCER =
      Map.of("queue-job.runner", "off", NodeSettings.APPLICATION, NodeSettings.CHAOS);

  private final Options options;
  private final Path home;
  private final PrintStream out;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Versions versions;

  /**
   * A run that has not begun.
   *
   * @param home folder of the module
   * @param out told of the progress
   */
  public ChaosRun(Options options, Path home, PrintStream out) {
    this.options = options;
    this.home = home;
    this.out = out;
    this.versions = new Versions(options.older());
  }

  /** Runs, and leaves nothing running. */
  public Figures run() throws Exception {
    try (Place place = Place.open(home.resolve("target"), Ledger.TABLES);
        PrintWriter schedule =
            new PrintWriter(
                Files.newBufferedWriter(place.folder().resolve("schedule.txt")), false)) {
      Launch launch = launch(place);
      try (Cluster cluster =
          new Cluster(options.nodes(), place.database().port(), place.folder(), launch)) {
        Thread hook = new Thread(() -> abort(cluster, place), "abort");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
          return inside(place, cluster, new Journal(schedule));
        } finally {
          over.countDown();
          Runtime.getRuntime().removeShutdownHook(hook);
        }
      }
    }
  }

  private Launch launch(Place place) {
    return options.server()
        ? new ServerCommand(place.login(), home.resolveSibling("chaos-war"), place.folder())
        : nodes(place);
  }

  private NodeCommand nodes(Place place) {
    return new NodeCommand(place.login(), options.how(), home, versions);
  }

  private void abort(Cluster cluster, Place place) {
    over.countDown();
    try {
      cluster.close();
    } catch (Exception e) {
      System.err.println("chaos: nodes could not be ended: " + e);
    }
    place.close();
  }

  /** The engine that captures; it brings the schema to this version. */
  private EngineHarness producer(Place place, Object bean) throws Exception {
    if (options.older() == null) {
      return EngineHarness.start(place.login(), PRODUCER, bean);
    }
    try (Elder elder = Elder.start(nodes(place), place.login(), place.folder())) {
      EngineHarness engine = EngineHarness.start(place.login(), PRODUCER, bean);
      out.println("chaos: " + elder.seen());
      return engine;
    }
  }

  private Figures inside(Place place, Cluster cluster, Journal journal) throws Exception {
    DatabaseLogin login = place.login();
    SplittableRandom random = new SplittableRandom(options.seed());
    Object bean = options.server() ? new ServerWork() : new WorkBean("producer", login);
    try (EngineHarness engine = producer(place, bean);
        RecoveryWatch recoveries = new RecoveryWatch(login, journal, cluster::stretches)) {
      Course.start(options, cluster, journal);
      Ground ground =
          new Ground(cluster, new Rows(login), journal, recoveries, new Semaphore(1), over);
      Course course = new Course(options, ground, out);
      People people = new People(engine, login, journal, random.split());
      Mix mix =
          options.how() == null
              ? Mix.of(bean.getClass(), options.jobs(), options.seconds())
              : Mix.busy(bean.getClass());
      Producer producer = new Producer(engine, journal, random.split(), mix);
      boolean drained;
      try (Sampler sampler = new Sampler(login, journal)) {
        Schedule faults = new Schedule(ground);
        var plan = new Schedule.Plan(options.seconds(), NodeSettings.EVICTION, options.how());
        faults.begin(random.split(), place.database(), plan);
        Thread acting = course.people(people);
        long left = course.produce(producer, sampler);
        over.countDown();
        faults.awaitEnd();
        acting.join();
        drained = course.drain(people, producer, left);
        journal.add("samples", sampler.samples());
        journal.add("starts of the older version", versions.olderStarts());
      }
      cluster.stopAll();
      recoveries.close();
      Checks.atTheEnd(login, journal, place.folder(), Mix.SEQUENTIAL, drained);
      return new Report(journal, cluster.counts(), options, out)
          .write(recoveries.sorted(), new Rows(login), home.resolve("target"));
    }
  }
}
