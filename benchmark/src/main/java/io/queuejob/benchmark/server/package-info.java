/**
 * The real engine inside Payara Micro, beside a plain loop of JTA transactions in the same server.
 */
package io.queuejob.benchmark.server;
