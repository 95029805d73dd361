/**
 * Health and metrics as servlets without an address: the console maps them, an application may.
 * They own nothing but an answer kept for a second. What cannot be read is "down" for health, and a
 * status 503 for metrics; the reason is in the log, not in the answer.
 */
package io.queuejob.web.health;
