/**
 * What the loops of a node ask of the rows, as interfaces: claiming, borrowing, the pulse, rings,
 * recovery. Each call is one statement or one transaction of a session of the engine's own; after
 * an exception nobody knows whether it took effect. Implemented by {@code storage}; the values that
 * cross are here, no code.
 */
package io.queuejob.internal.port.protocol;
