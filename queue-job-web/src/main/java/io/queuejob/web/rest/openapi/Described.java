package io.queuejob.web.rest.openapi;

import io.queuejob.web.access.AdminRole;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the REST interface says of a method beyond its address. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
  /** One sentence. */
  String value();

  /** Name of the answer's schema, followed by {@code []} for a list; empty for any JSON. */
  String answer() default "";

  /** Query parameters, each as {@code name: what it means}. */
  String[] query() default {};

  /** Role that it needs. */
  AdminRole role() default AdminRole.VIEWER;

  /** Statuses of refusals beside 401, 403 and 500. */
  int[] refusals() default {};
}
