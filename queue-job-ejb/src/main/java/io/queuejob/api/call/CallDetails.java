package io.queuejob.api.call;

import java.util.Objects;

/**
 * A call as a function of identity sees it (S-ID-01). Caller, priority, ETA and channel take no
 * part in an identity, so they are not here.
 *
 * @param bean registered name of the bean, the qualified name of its class
 * @param method its method with the simple types of its parameters, {@code generate(long,int,int)}
 * @param json the arguments as one JSON array; objects have their names sorted, so the same
 *     arguments give the same text
 */
public record CallDetails(String bean, String method, String json) {
  public CallDetails {
    Objects.requireNonNull(bean, "bean");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(json, "json");
  }
}
