package io.queuejob.example.orderdesk.note;

import io.queuejob.api.JobQueue;
import io.queuejob.api.error.CaptureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Writes notes. */
@Stateless
public class Notes {
  @Inject private EntityManager em;
  @Inject private JobQueue jobs;

  /**
   * Tries to delay a call that cannot be stored, and notes in the same transaction what came of it.
   *
   * @return the note that was written; its text is the queue's refusal
   */
  public Note noteRefusal() {
    Note note = new Note(refusal());
    em.persist(note);
    return note;
  }

  private String refusal() {
    InputStream content = new ByteArrayInputStream("attached".getBytes(StandardCharsets.UTF_8));
    try {
      jobs.withDelay(Attachments.class).call(attachments -> attachments.measure(content));
    } catch (CaptureException e) {
      return e.getMessage();
    }
    throw new IllegalStateException(
        "Expected the queue to refuse an InputStream as argument, but it stored the call");
  }

  /** Whether a note is there, as a new transaction sees it. */
  public boolean exists(long id) {
    return em.find(Note.class, id) != null;
  }
}
