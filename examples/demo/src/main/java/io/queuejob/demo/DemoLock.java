package io.queuejob.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one launcher at a time start or stop the shared database; the system frees it when a
 * launcher dies.
 */
record DemoLock(FileChannel channel) implements AutoCloseable {

  static DemoLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("database.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return new DemoLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
