package io.queuejob.web.live;

import io.queuejob.web.access.AdminRole;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The address to listen at. A stream ends after some minutes, so that the browser asks anew and is
 * let in anew.
 */
public class LiveServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(10);
  private static final int RETRY_SECONDS = 30;

  @Inject private transient LiveHub hub;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!AdminRole.VIEWER.isHeldBy(request::isUserInRole)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no"); // a proxy must not hold events back
    AsyncContext context = request.startAsync();
    context.setTimeout(LONGEST_MILLIS);
    LiveStream stream = new LiveStream(context);
    context.addListener(new Ending(stream));
    if (!hub.open(stream)) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
      stream.end();
    }
  }

  /** However it ends, the hub forgets it. */
  private final class Ending implements AsyncListener {
    private final LiveStream stream;

    Ending(LiveStream stream) {
      this.stream = stream;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      stream.over();
      hub.close(stream);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      stream.end();
      hub.close(stream);
    }

    @Override
    public void onError(AsyncEvent event) {
      stream.end();
      hub.close(stream);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // it starts once
    }
  }
}
