package io.queuejob.internal.capture;

import io.queuejob.api.Delayed;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.FunctionSettings;
import io.queuejob.internal.job.JobRequest;
import java.time.Instant;

/**
 * Where, when and how often a call is to run.
 *
 * @param channel where
 * @param description template of the text for people; null or empty for {@code Type.method}
 * @param priority smaller is more urgent
 * @param maxRetries attempts allowed; 0 without limit
 * @param timeoutSeconds of its transaction; 0 for the engine's default
 */
record CallTerms(
    ChannelPath channel, String description, int priority, int maxRetries, int timeoutSeconds) {

  /** What a call has that says nothing of its own. */
  static final CallTerms DEFAULT = new CallTerms(ChannelPath.ROOT, null, 10, 5, 0);

  static CallTerms of(Delayed declaration) {
    return new CallTerms(
        ChannelPath.of(declaration.channel()),
        declaration.description(),
        declaration.priority(),
        declaration.maxRetries(),
        declaration.timeoutSeconds());
  }

  JobRequest.Schedule schedule(Instant created, Instant eta) {
    return new JobRequest.Schedule(priority, created, eta, maxRetries, timeoutSeconds);
  }

  /** These terms where the configuration of the function says nothing else (S-PR-05). */
  CallTerms configured(FunctionSettings settings) {
    return settings.options().isEmpty()
        ? this
        : new CallTerms(
            settings.channel(channel),
            description,
            settings.number(FunctionOption.PRIORITY, priority),
            settings.number(FunctionOption.MAX_RETRIES, maxRetries),
            settings.number(FunctionOption.TIMEOUT, timeoutSeconds));
  }
}
