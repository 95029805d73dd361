package io.queuejob.api.call;

/**
 * One call of a business method, recorded and not executed: {@code t -> t.generate(1, 50, 50)}.
 *
 * @param <T> the bean's type
 */
@FunctionalInterface
public interface BeanCall<T> {
  /**
   * Calls exactly one business method of the stand-in.
   *
   * @param bean a stand-in that records the call; the bean itself is never touched
   * @throws Exception declared so that methods with checked exceptions can be named; nothing is
   *     thrown by a stand-in
   */
  void call(T bean) throws Exception;
}
