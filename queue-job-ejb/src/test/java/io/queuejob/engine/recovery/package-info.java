/** What becomes of jobs whose node dies. */
package io.queuejob.engine.recovery;
