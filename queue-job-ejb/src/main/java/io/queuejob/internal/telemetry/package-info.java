/**
 * What calls and runs show of themselves: spans of a trace that leads from the caller through the
 * job to what that delays, and the job's number in each line of the log. Works with what it finds
 * on the class path, OpenTelemetry's API, SLF4J, JBoss Logging, and needs none of them. Owns the
 * spans that it began. What fails in there is logged once and changes nothing.
 */
package io.queuejob.internal.telemetry;
