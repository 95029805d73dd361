/**
 * What the admin's desk reads and writes of channels, nodes and the audit, as named constants. All
 * reading goes by index and with limits; all writing names the person for the triggers that keep
 * the audit. A refusal is a row count or an empty answer; a failure is thrown with its cause.
 */
package io.queuejob.internal.storage.desk;
