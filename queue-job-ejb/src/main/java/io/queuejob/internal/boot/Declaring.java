package io.queuejob.internal.boot;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.boot.function.SaidOfFunctions;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelString;
import io.queuejob.internal.config.FunctionKeys;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.file.ModuleFiles;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionSettings;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.config.ChannelStore;
import io.queuejob.internal.storage.config.DeclarationStore;
import io.queuejob.internal.storage.config.FunctionStore;
import io.queuejob.internal.storage.function.FunctionDeclarations;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node was told of channels and functions, checked before anything is written: by its
 * channel string, by the modules' files, by declarations. The channel string wins over the files.
 */
final class Declaring {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Settings settings;
  private final Environment place;
  private final JoinedDatabase database;
  private final Map<ChannelPath, ChannelSpec> told = new LinkedHashMap<>();

  /**
   * Reads and checks all.
   *
   * @throws ConfigurationException naming where, expected, found and cure
   */
  Declaring(Settings settings, Environment place, JoinedDatabase database) {
    this.settings = settings;
    this.place = place;
    this.database = database;
    settings.channels().map(ChannelString::parse).orElse(List.of()).forEach(this::tell);
    place.files().channels().forEach(declared -> tell(declared.spec()));
    place.files().checkFunctions(this::exists);
    place.functions().declared().stream().map(DelayedFunction::name).forEach(this::show);
  }

  private boolean exists(String name) {
    return place.functions().names().anyMatch(f -> FunctionKeys.namesOf(f).contains(name));
  }

  /** Reads what is set of a function, which checks it. */
  private void show(String function) {
    FunctionSettings set = settings.functions().apply(function);
    if (!set.options().isEmpty()) {
      LOG.log(Level.INFO, "function {0} as configured: {1}", function, set.options());
    }
  }

  private void tell(ChannelSpec spec) {
    told.putIfAbsent(spec.path(), spec);
  }

  /** Writes what differs from the rows. */
  void write() {
    writeChannels();
    new ChannelStore(database)
        .changedByPeople(settings.identity().application())
        .forEach(line -> LOG.log(Level.INFO, "{0}; this stays until it is taken back", line));
    inTransaction("channels that nobody declares could not be removed", this::writeDeclarations);
    inTransaction(
        "what is said of functions could not be written",
        () ->
            new SaidOfFunctions(place.functions(), settings)
                .write(new FunctionDeclarations(database, settings.identity().application())));
    List<String> names =
        place.functions().declared().stream().map(DelayedFunction::name).sorted().toList();
    if (!names.isEmpty()) {
      inTransaction(
          "functions could not be registered",
          () -> new FunctionStore(database, settings.identity().application()).register(names));
    }
  }

  private void writeChannels() {
    ChannelStore channels = new ChannelStore(database);
    for (ChannelSpec spec : told.values()) {
      boolean changed = channels.tell(spec, settings.identity().nodeName());
      if (changed) {
        LOG.log(Level.INFO, "channel {0} as this node was told", spec);
      }
      if (spec.isHalted()) {
        LOG.log(
            Level.WARNING,
            "QJ6002 channel {0} starts paused: nothing runs in it or below until {1}",
            spec,
            spec.paused() ? "it is no longer paused" : "its capacity is raised");
      }
    }
  }

  private void writeDeclarations() {
    DeclarationStore store = new DeclarationStore(database, settings.identity().application());
    List<DeclarationStore.Row> rows =
        place.files().channels().stream().map(Declaring::row).toList();
    for (DeclarationStore.Row gone : store.declare(rows)) {
      if (told.containsKey(ChannelPath.of(gone.name())) || store.remove(gone)) {
        store.forget(gone);
        LOG.log(
            Level.INFO,
            "channel {0} is no longer declared by module {1}",
            gone.name(),
            gone.module());
      } else {
        LOG.log(
            Level.INFO,
            "channel {0} is no longer declared by module {1}; it stays, because jobs that are not"
                + " over are in it, and goes with a later start",
            gone.name(),
            gone.module());
      }
    }
  }

  private static DeclarationStore.Row row(ModuleFiles.Declared declared) {
    return new DeclarationStore.Row(
        declared.module(), declared.spec().path().text(), declared.spec().toString());
  }

  private void inTransaction(String failure, Runnable work) {
    try {
      place
          .transactions()
          .inNew(
              TIMEOUT,
              () -> {
                work.run();
                return null;
              });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ConfigurationException("QJ6003", failure + ": " + e, e);
    }
  }
}
