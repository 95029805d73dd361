package io.queuejob.it.container.note;

import io.queuejob.api.error.CaptureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;

/** Delays a call in the middle of a flush, and keeps the refusal if there was one. */
@ApplicationScoped
public class Callbacks {
  @Inject private Papers papers;
  private final AtomicReference<CaptureException> refusal = new AtomicReference<>();

  /** Delays a call; its refusal is passed on unless the text begins with "try". */
  public void written(String text) {
    try {
      papers.print(text);
    } catch (CaptureException e) {
      refusal.set(e);
      if (!text.startsWith("try")) {
        throw e;
      }
    }
  }

  /** The last refusal, forgotten from then on; null if there was none. */
  public CaptureException takeRefusal() {
    return refusal.getAndSet(null);
  }
}
