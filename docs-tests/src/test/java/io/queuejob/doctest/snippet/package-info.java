/**
 * Compiles the Java of the pages. A block that is no class of its own is put into one that extends
 * what {@code around} has for its page; what does not compile fails with the compiler's words.
 */
package io.queuejob.doctest.snippet;
