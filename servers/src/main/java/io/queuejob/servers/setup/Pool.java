package io.queuejob.servers.setup;

import java.util.Map;

/**
 * A connection pool and the name that applications look it up by.
 *
 * @param jndiName such as {@code jdbc/queue}
 * @param url JDBC URL of PostgreSQL
 * @param user the role; not empty
 * @param password its password; not empty, Payara refuses an empty one
 * @param maxSize most connections at once
 */
public record Pool(String jndiName, String url, String user, String password, int maxSize) {

  /** The URL and its secrets, with all their special characters, for the server's environment. */
  Map<String, String> environment() {
    return Map.of(
        "QUEUE_JOB_POOL_URL", url,
        "QUEUE_JOB_POOL_USER", user,
        "QUEUE_JOB_POOL_PASSWORD", password,
        "QUEUE_JOB_POOL_SIZE", Integer.toString(maxSize));
  }
}
