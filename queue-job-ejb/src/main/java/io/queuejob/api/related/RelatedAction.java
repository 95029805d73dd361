package io.queuejob.api.related;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a delayed method's jobs are about. Without it they are about the entities of their
 * first argument that is one, or a list of them.
 *
 * <pre>{@code
 * @Delayed
 * @RelatedAction(bean = Links.class, method = "toOrder")
 * public void invoice(long order) { … }
 *
 * public class Links {
 *   public Related toOrder(long order) {
 *     return new Related("Order " + order, "https://shop.example/orders/" + order);
 *   }
 * }
 * }</pre>
 *
 * <p>The method has the parameters of the delayed one, and may have a further one of type {@code
 * Map} that gets the arguments of the configuration. It runs at the call, in the caller's
 * transaction, and returns a {@link Related}, a {@link java.net.URI}, a text, or null for nothing.
 * If it raises, that is logged, and the job is stored without a link.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RelatedAction {

  /** The bean that has the method; by default the one whose method is delayed. */
  Class<?> bean() default Void.class;

  /** Name of the method; empty for the entities among the arguments. */
  String method() default "";

  /** False for jobs that show nothing. */
  boolean enable() default true;
}
