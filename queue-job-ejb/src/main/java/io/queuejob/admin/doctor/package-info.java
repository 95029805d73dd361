/**
 * The doctor: what is wrong with queue, nodes and database, each with its cure in words. Reads
 * only; what cannot be read is a finding itself.
 */
package io.queuejob.admin.doctor;
