/**
 * The commands of the jar, for operators outside a server: the doctor, and the SQL of the schema.
 * Owns the sessions that a command opens. What a command cannot do it says in a line with an id,
 * and in its exit code.
 */
package io.queuejob.internal.boot.command;
