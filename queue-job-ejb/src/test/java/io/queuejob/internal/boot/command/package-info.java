/** The commands of the jar, as a shell sees them: output, complaints, exit codes. */
package io.queuejob.internal.boot.command;
