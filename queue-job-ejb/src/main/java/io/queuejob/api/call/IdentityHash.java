package io.queuejob.api.call;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash that is still open, for keys of one's own (S-ID-02): {@code .identityKey(call ->
 * IdentityHash.of(call).add(tenant).hex())}. SHA-256 over the texts that were added, each told from
 * the next. Used by one thread.
 */
public final class IdentityHash {
  private final MessageDigest digest;

  private IdentityHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256, which every Java has, found none", e);
    }
  }

  /** A hash of nothing yet. */
  public static IdentityHash open() {
    return new IdentityHash();
  }

  /** A hash of what {@link IdentityKey#exact} takes: bean, method and arguments. */
  public static IdentityHash of(CallDetails call) {
    return open().add(call.bean()).add(call.method()).add(call.json());
  }

  /** Adds a text; null is not the same as an empty one. Returns this. */
  public IdentityHash add(String text) {
    if (text == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).flip());
      return this;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  /** The hash of all that was added, as 64 characters; ends it. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
