/**
 * What people do at the admin's desk with channels and nodes, and how they read the audit. Changes
 * run each in a transaction of their own; options are checked by the rules of {@code channel}
 * before anything is written. A refusal is an answer in words; a failure is thrown with an id.
 */
package io.queuejob.internal.operations.desk;
