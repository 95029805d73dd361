/**
 * What the doctor reads, each kind of fact by one statement that stays cheap however many jobs
 * there are: by index and with limits. Owns nothing and writes nothing.
 */
package io.queuejob.internal.storage.doctor;
