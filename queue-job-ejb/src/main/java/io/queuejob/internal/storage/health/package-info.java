/**
 * The statements of monitoring. Each is bounded by the number of channels, functions and nodes,
 * however many jobs wait.
 */
package io.queuejob.internal.storage.health;
