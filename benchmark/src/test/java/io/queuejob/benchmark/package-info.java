/** The benchmark's own tests: that its figures come out, not how good they are. */
package io.queuejob.benchmark;
