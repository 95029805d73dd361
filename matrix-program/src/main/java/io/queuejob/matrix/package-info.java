/**
 * The command {@code ./matrix}: the example and the console, as they are built, on every server and
 * in every archive that it takes.
 *
 * <p>Owns the database of a run and the server's process, both of which end with it. A check that
 * fails is a line with its reason; the run goes on with the next check, and with the next server
 * where there is no server to ask. The exit code tells whether all was well.
 */
package io.queuejob.matrix;
