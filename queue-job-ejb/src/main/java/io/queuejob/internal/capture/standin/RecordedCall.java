package io.queuejob.internal.capture.standin;

import java.lang.reflect.Method;

/**
 * The one call that was recorded.
 *
 * @param method as it was named, on the bean's class, a superclass or an interface
 * @param arguments as they were passed, never null
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record RecordedCall(Method method, Object[] arguments) {}
