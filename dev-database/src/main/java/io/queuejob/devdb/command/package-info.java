/**
 * The command that runs a PostgreSQL in the foreground for who has none. Owns the server that it
 * started; what it cannot do it says in one line and ends with exit code 1.
 */
package io.queuejob.devdb.command;
