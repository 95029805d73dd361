/** Faults that other queues were caught by, each done on purpose to real engines. */
package io.queuejob.engine.fault;
