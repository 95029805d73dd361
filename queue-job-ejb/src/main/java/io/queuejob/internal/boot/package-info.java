/**
 * The edge: where the engine meets the server. Reads settings, looks up resources, makes the ports,
 * wires the plain classes, starts and stops them in order. {@link io.queuejob.internal.boot.Engine}
 * itself knows no container, so that the same engine runs outside a server for tests and
 * benchmarks. When the start fails the deployment fails, with the reason.
 */
package io.queuejob.internal.boot;
