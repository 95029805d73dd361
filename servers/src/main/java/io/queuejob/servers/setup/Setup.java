package io.queuejob.servers.setup;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How one kind of server is set up and started. Has no state: all is in the instance. */
public interface Setup {

  /** Fills the working folder, which is empty, before the first start. */
  void prepare(Instance instance) throws IOException;

  /** The command that becomes the server's own process. */
  List<String> command(Instance instance) throws IOException;

  /** What the server's environment needs beside what the caller wants. */
  Map<String, String> environment(Instance instance);

  /** Whether applications answer, or never will, once the log says that the server is up. */
  default boolean bootIncludesApplications() {
    return true;
  }

  /** How the server writes its log. */
  LogForm log();

  /**
   * Told once after the first start, when the log says that the server is up: the place for what
   * only a running server can be told.
   */
  default void started(Instance instance) throws IOException {
    // most servers are told everything before they start
  }
}
