package io.queuejob.internal.boot.module;

import io.queuejob.internal.execution.module.Modules;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * The environments of the web modules, by their class loaders. The engine starts before they do:
 * what is to run in one that is still coming waits for it.
 */
@ApplicationScoped
public class ModuleContexts implements Modules {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");

  /** Class loaders of WARs on Payara and GlassFish. */
  private static final String OF_GLASSFISH = "org.glassfish.web.loader.";

  private final Map<ClassLoader, CompletableFuture<Optional<ModuleContext>>> known =
      new ConcurrentHashMap<>();
  private final Predicate<ClassLoader> coming;
  private final Duration patience;

  /** Of this deployment. */
  public ModuleContexts() {
    this(ModuleContexts::isComing, Duration.ofSeconds(30));
  }

  /**
   * With a way to foresee.
   *
   * @param coming whether a module will give its environment
   * @param patience how long it is awaited
   */
  ModuleContexts(Predicate<ClassLoader> coming, Duration patience) {
    this.coming = coming;
    this.patience = patience;
  }

  /**
   * Whether a module will give its environment, because it has need of it: a WAR of Payara or
   * GlassFish beside the engine. Elsewhere beans get what they inject without it, and Open Liberty
   * would have it awaited in vain: it does not call {@link WebModules} from another module.
   */
  static boolean isComing(ClassLoader module) {
    return module.getClass().getName().startsWith(OF_GLASSFISH) && isBeside(module);
  }

  /** Whether a module sees this engine, and has it not inside. */
  static boolean isBeside(ClassLoader module) {
    try {
      return module != ModuleContexts.class.getClassLoader()
          && Class.forName(WebModules.class.getName(), false, module) == WebModules.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** A module has started. */
  void enter(ClassLoader module, ModuleContext context) {
    settle(module, Optional.of(context));
  }

  /** A module has stopped, or has no environment to give. */
  void leave(ClassLoader module) {
    settle(module, Optional.empty());
  }

  private void settle(ClassLoader module, Optional<ModuleContext> context) {
    CompletableFuture<Optional<ModuleContext>> awaited =
        known.put(module, CompletableFuture.completedFuture(context));
    if (awaited != null) {
      awaited.complete(context);
    }
  }

  @Override
  public void within(ClassLoader module, Runnable action) {
    Optional<ModuleContext> context = of(module);
    if (context.isPresent()) {
      context.get().run(action);
    } else {
      action.run();
    }
  }

  private Optional<ModuleContext> of(ClassLoader module) {
    CompletableFuture<Optional<ModuleContext>> context =
        known.computeIfAbsent(
            module,
            m ->
                coming.test(m)
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(Optional.empty()));
    try {
      return context.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      if (context.complete(Optional.empty())) {
        LOG.log(
            Level.WARNING,
            "QJ7672 a web module did not start within {0}, its jobs run in the environment of the"
                + " engine until it does",
            patience);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }
}
