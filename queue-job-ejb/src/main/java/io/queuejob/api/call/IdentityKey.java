package io.queuejob.api.call;

/**
 * Makes the identity key of a call; asked once, when the job is to be stored (S-ID-01). Null or an
 * empty text means no identity (S-ID-06).
 */
@FunctionalInterface
public interface IdentityKey {

  /** The key of a call; null or empty for none. */
  String of(CallDetails call);

  /**
   * The same bean, method and arguments are the same job (S-ID-02). For a key of more, or of less,
   * begin with {@link IdentityHash}.
   */
  static IdentityKey exact() {
    return call -> IdentityHash.of(call).hex();
  }
}
