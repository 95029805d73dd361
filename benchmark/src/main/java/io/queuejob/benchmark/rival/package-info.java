/**
 * Other job libraries on the same database, in tables of their own, with the same pool and the same
 * business write as everybody else, each set up the way its own documentation recommends for
 * throughput. All of them complete a job in a commit of their own after the job's, so a crash in
 * between runs a job twice: at least once, two commits, where plain JDBC and the engine have one. A
 * round in which that happens ends the run with an error, as for every contestant.
 */
package io.queuejob.benchmark.rival;
