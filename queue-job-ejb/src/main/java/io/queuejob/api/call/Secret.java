package io.queuejob.api.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that people do not see: a parameter of a delayed method, or a component or field of a
 * type of its parameters. It is stored as every other, for the job needs it; pages, REST interface,
 * exports and the job's description show {@code •••} in its place. An administrator can have it
 * shown, which is kept in the audit.
 *
 * <p>It counts for calls made from then on. What the method itself writes into results, logs or
 * messages of exceptions is its own to keep secret.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Secret {}
