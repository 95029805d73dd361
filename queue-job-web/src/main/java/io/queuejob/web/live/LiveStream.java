package io.queuejob.web.live;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** One page that listens. */
class LiveStream {
  private final AsyncContext context;
  private final AtomicBoolean ended = new AtomicBoolean();

  LiveStream(AsyncContext context) {
    this.context = context;
  }

  /**
   * Sends an event, or a sign of life.
   *
   * @param event its name; null for a sign of life, which pages do not notice
   * @return false if nobody is there any more
   */
  synchronized boolean send(String event) {
    if (ended.get()) {
      return false;
    }
    String text = event == null ? ":\n\n" : "event: " + event + "\ndata: 1\n\n";
    try {
      OutputStream out = context.getResponse().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException | RuntimeException gone) { // servers tell a lost client in several ways
      end();
      return false;
    }
  }

  void end() {
    if (ended.compareAndSet(false, true)) {
      try {
        context.complete();
      } catch (IllegalStateException over) {
        return; // the server was faster
      }
    }
  }

  /** The server has ended it. */
  void over() {
    ended.set(true);
  }
}
