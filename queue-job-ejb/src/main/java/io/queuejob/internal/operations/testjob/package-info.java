/**
 * Test jobs: reads what is asked for, and stores it by the statements of captured graphs, all or
 * nothing. It knows the function of test jobs by name only, so it works where no application is.
 * What cannot be used, or would be run by nobody, is refused before anything is written.
 */
package io.queuejob.internal.operations.testjob;
