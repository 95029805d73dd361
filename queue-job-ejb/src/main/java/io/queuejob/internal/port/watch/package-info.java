/**
 * Who looks at runs from outside of them: traces, names in the log, events of the application. Owns
 * nothing; what fails in there changes nothing of a run.
 */
package io.queuejob.internal.port.watch;
