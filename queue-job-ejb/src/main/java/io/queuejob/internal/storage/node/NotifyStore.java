package io.queuejob.internal.storage.node;

import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Rings;
import io.queuejob.internal.storage.Session;
import java.util.Collection;

/** Rings at other nodes, on the pulse's session, outside any business transaction. */
public final class NotifyStore implements Rings {
  /** Parameter: text. */
  static final String NOTIFY = "SELECT pg_notify('queue_job', ?)";

  private static final int LONGEST = 7_000;

  private final Session session;

  public NotifyStore(Session session) {
    this.session = session;
  }

  @Override
  public void work(Collection<Pulse.Kind> kinds) {
    StringBuilder lines = new StringBuilder();
    for (Pulse.Kind kind : kinds) {
      if (lines.length() > LONGEST) {
        notify(lines.toString());
        lines.setLength(0);
      }
      lines.append(lines.isEmpty() ? "" : "\n");
      lines.append("work ").append(kind.functionId()).append(' ').append(kind.channel().text());
    }
    notify(lines.toString());
  }

  @Override
  public void changed() {
    notify("changed");
  }

  private void notify(String text) {
    session.run("ring", s -> s.first(NOTIFY, row -> text, text));
  }
}
