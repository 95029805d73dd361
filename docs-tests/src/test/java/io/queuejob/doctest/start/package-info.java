/**
 * Does what {@code docs/getting-started.md} tells to do: in a folder outside of the checkout, with
 * a Maven repository in which only the artifacts of this build are installed. Owns the processes
 * that it starts and ends them.
 */
package io.queuejob.doctest.start;
