package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.problem.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a body as UTF-8, whatever its type is said to be. */
final class TextBody {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private TextBody() {}

  static String read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new Rejection("The body is too large", "at most " + MAX_BYTES + " bytes", "more");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Rejection("The body is not text", "text in UTF-8", "other bytes");
    }
  }
}
