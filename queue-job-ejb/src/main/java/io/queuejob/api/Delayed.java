package io.queuejob.api;

import io.queuejob.api.call.JobTransaction;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call of the method is stored as a job, in the caller's transaction, and returns at once; a node
 * runs it after the commit, in a transaction of its own.
 *
 * <p>Allowed on public or package-private, non-static, non-final business methods of EJB and CDI
 * beans that return {@code void} or {@link JobRef}; on a class it counts for each of its public
 * business methods. The call must go through the container: a bean's call of its own method is an
 * ordinary call. A declaration that cannot work fails the deployment.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Delayed {

  /** Path of the channel, such as {@code root.images}; empty means {@code root}. */
  @Nonbinding
  String channel() default "";

  /** Smaller is more urgent; 0 is the most urgent of ordinary use, negative values are allowed. */
  @Nonbinding
  int priority() default 10;

  /**
   * Description shown to people, {@code {0}}, {@code {1}} … standing for the arguments; empty means
   * {@code Type.method}.
   */
  @Nonbinding
  String description() default "";

  /** Number of attempts before the job fails for good; 0 means without limit. */
  @Nonbinding
  int maxRetries() default 5;

  /** Seconds after which the job's transaction times out; 0 means the engine's default (1 hour). */
  @Nonbinding
  int timeoutSeconds() default 0;

  /**
   * Most jobs of the method that may run in one transaction, one after another on one thread, with
   * one commit for all: for many small jobs. If one of them fails, all roll back and each runs
   * again by itself, without an attempt being counted for the others. 1 means one transaction each.
   */
  @Nonbinding
  int sharedTransaction() default 1;

  /** Which transaction the method runs in. */
  @Nonbinding
  JobTransaction transaction() default JobTransaction.REQUIRED;

  /**
   * Seconds to wait after each attempt that raised a {@link
   * io.queuejob.api.error.RetryableJobException} without a delay, as {@code attempt:seconds} joined
   * by commas, each counting from its attempt on: {@code 1:30,4:120,9:60-900} waits 30 s after the
   * first three attempts, then 120 s, from the ninth on a random time from 60 to 900 s. Before the
   * smallest attempt named, and without a pattern, it is 600 s.
   */
  @Nonbinding
  String retryPattern() default "";
}
