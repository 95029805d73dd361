/**
 * What the engine needs from the place it runs in, as interfaces: transactions, threads, bells,
 * membership. Implemented by {@code postgres} and {@code boot}, or by a harness outside a server;
 * no code here.
 */
package io.queuejob.internal.port;
