/**
 * Test jobs for people. Owns no data: what is made are jobs like others, of a function that the
 * engine brings along. A refusal is an answer in words with the id of its message.
 */
package io.queuejob.admin.testjob;
