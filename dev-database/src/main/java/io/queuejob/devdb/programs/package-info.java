/**
 * PostgreSQL's own programs: unpacking them, and running them although they refuse to run as root.
 *
 * <p>Owns the cache folder of unpacked programs and the choice of the user that they run as; knows
 * nothing of servers and data folders. Everything that goes wrong is an {@link java.io.IOException}
 * whose message says what was tried; a half-unpacked archive is never taken for a whole one.
 */
package io.queuejob.devdb.programs;
