/**
 * Dependents of the jobs that ended here. Owns what is still to be released; after an error it is
 * kept for the next turn, and what is lost with the node is left over in the rows.
 */
package io.queuejob.internal.runner.release;
