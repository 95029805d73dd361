package io.queuejob.internal.boot.several;

import io.queuejob.admin.health.DataSourceHealth;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.boot.EngineStartup;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.NamePattern;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.port.Threads;
import io.queuejob.spi.CallDataSource;
import io.queuejob.spi.DataSourceNames;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;

/** Serves further data sources with the application, as long as it has any. */
@Singleton
@Startup
@DependsOn("EngineStartup")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SeveralStartup {
  /** So long the application's start waits for data sources that take their time. */
  private static final Duration FIRST_ATTEMPTS = Duration.ofSeconds(10);

  /** Beyond the time that running jobs are given at a stop. */
  private static final Duration LEAVING = Duration.ofSeconds(20);

  @EJB private EngineStartup startup;
  @Inject private BeanCatalog beans;
  @Inject private ArgumentCodec codec;
  @Inject @Any private Instance<DataSourceNames> names;
  @Inject @Any private Instance<CallDataSource> choosers;

  private Roll<ServedEngine> roll;
  private Databases databases;

  @PostConstruct
  void start() {
    Settings settings = startup.settings();
    ServedEngine.Around around = new ServedEngine.Around(startup.transactions(), beans, codec);
    ServedEngine own = new ServedEngine(startup.engine(), settings, around);
    List<NameSource> sources = sources(settings.database().others());
    if (sources.isEmpty()) {
      databases = new Databases(own, null, null);
      return;
    }
    roll =
        new Roll<>(
            sources,
            name -> open(settings.at(name), around),
            startup.threads(),
            new Roll.Terms(
                own.name(), settings.database().others().interval(), Attendance.Pauses.USUAL));
    databases = new Databases(own, roll, chooser());
    startup.threads().start("queue-job data sources", roll);
    roll.awaitFirst(FIRST_ATTEMPTS);
  }

  private ServedEngine open(Settings settings, ServedEngine.Around around) {
    Threads threads = new NamedThreads(startup.threads(), settings.database().dataSource());
    return new ServedEngine(startup.engineOf(settings, threads), settings, around).start(threads);
  }

  private List<NameSource> sources(Settings.Others others) {
    List<NameSource> sources = new ArrayList<>();
    for (NamePattern pattern : others.names()) {
      PatternNames found = new PatternNames(pattern, startup::listed);
      sources.add(new NameSource("JNDI for " + pattern.text(), found::names));
    }
    List<DataSourceNames> provided = new ArrayList<>();
    names.forEach(provided::add);
    services(DataSourceNames.class).forEach(provided::add);
    for (DataSourceNames one : provided) {
      sources.add(new NameSource(one.getClass().getName(), () -> inRequest(one)));
    }
    return sources;
  }

  private Collection<String> inRequest(DataSourceNames provider) {
    Runnable end = startup.activateRequestScope();
    try {
      return provider.names();
    } finally {
      end.run();
    }
  }

  /** Beans before services. */
  private CallDataSource chooser() {
    return choosers.stream()
        .findFirst()
        .or(() -> services(CallDataSource.class).findFirst())
        .orElse(null);
  }

  private static <T> ServiceLoader<T> services(Class<T> type) {
    return ServiceLoader.load(type, Thread.currentThread().getContextClassLoader());
  }

  /** Which database a call goes to. */
  public Databases databases() {
    return databases;
  }

  /** How each data source is, the deployment's own first. */
  public List<DataSourceHealth> health() {
    return databases.health();
  }

  @PreDestroy
  void stop() {
    if (roll != null) {
      roll.stop(startup.settings().runner().shutdownTimeout().plus(LEAVING));
    }
  }
}
