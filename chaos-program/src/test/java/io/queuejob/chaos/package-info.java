/** Short runs of the whole program, and its parts by themselves. */
package io.queuejob.chaos;
