/**
 * The source tree of all modules: its root, its files, and what the parser of the JDK makes of
 * them.
 */
package io.queuejob.architecture.source;
