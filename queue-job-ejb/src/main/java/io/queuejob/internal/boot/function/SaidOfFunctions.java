package io.queuejob.internal.boot.function;

import io.queuejob.api.Delayed;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.FunctionCatalog;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.storage.function.FunctionDeclarations;
import io.queuejob.internal.storage.function.FunctionDeclarations.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects what code and server say of functions, and writes it for people to see. */
public final class SaidOfFunctions {
  private final FunctionCatalog functions;
  private final Settings settings;

  /** Of a deployment. */
  public SaidOfFunctions(FunctionCatalog functions, Settings settings) {
    this.functions = functions;
    this.settings = settings;
  }

  /** Writes all, in the thread's transaction. */
  public void write(FunctionDeclarations declarations) {
    Map<String, Map<String, String>> code = new HashMap<>();
    for (DelayedFunction function : functions.declared()) {
      code.put(function.name(), options(function.terms().declaration()));
    }
    Map<String, Map<String, String>> server = new HashMap<>();
    functions
        .names()
        .forEach(
            name -> {
              Map<String, String> said = settings.functions().apply(name).options();
              if (!said.isEmpty()) {
                server.put(name, said);
              }
            });
    declarations.declare(Source.CODE, code);
    declarations.declare(Source.SERVER, server);
  }

  /** An annotation cannot tell what was written from its defaults: all of it counts as said. */
  static Map<String, String> options(Delayed declaration) {
    Map<String, String> said = new TreeMap<>();
    if (declaration != null) {
      put(said, FunctionOption.CHANNEL, ChannelPath.of(declaration.channel()).text());
      put(said, FunctionOption.PRIORITY, String.valueOf(declaration.priority()));
      put(said, FunctionOption.MAX_RETRIES, String.valueOf(declaration.maxRetries()));
      if (declaration.timeoutSeconds() > 0) {
        put(said, FunctionOption.TIMEOUT, String.valueOf(declaration.timeoutSeconds()));
      }
      if (!declaration.retryPattern().isBlank()) {
        put(said, FunctionOption.RETRY_PATTERN, declaration.retryPattern());
      }
    }
    return said;
  }

  private static void put(Map<String, String> said, FunctionOption option, String text) {
    said.put(option.key(), text);
  }
}
