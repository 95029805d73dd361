package io.queuejob.example.orderdesk.note;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Takes files for notes. */
@ApplicationScoped
public class Attachments {
  /**
   * Counts the bytes of a file. An open stream cannot be stored, so this can be called at once but
   * not later.
   */
  public long measure(InputStream content) {
    try {
      return content.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
