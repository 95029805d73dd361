/**
 * The benchmark's application inside a server: the job that leaves one row, and a plain loop of JTA
 * transactions that does the same without the engine. Errors end a round with the server's answer.
 */
package io.queuejob.benchmark.war;
