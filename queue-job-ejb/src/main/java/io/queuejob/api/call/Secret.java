package io.queuejob.api.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that people do not see: a parameter of a delayed method, all of its result where it
 * stands on the method, or a component, field or getter of a type of its parameters or its result.
 * It is stored as every other, for jobs need it; pages, REST interface and the job's description
 * show {@code •••} in its place. An administrator can have it shown, which is kept in the audit.
 * The application itself reads results in full.
 *
 * <p>It counts for calls made, and for results of runs that end, from then on. What the method
 * itself writes into logs or messages of exceptions is its own to keep secret.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.RECORD_COMPONENT
})
public @interface Secret {}
