/** The real engine outside a server: its drain and its latency at rest. */
package io.queuejob.benchmark.outside;
