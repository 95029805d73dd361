/** What a job that the trap runs knows of itself. */
package io.queuejob.testing.context;
