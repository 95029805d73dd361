/**
 * The sizes that keep the code readable, counted in all modules by the parser of the JDK. What is
 * over a budget is named with file and line; exceptions are listed with a reason, and the list may
 * only shrink.
 */
package io.queuejob.architecture.budget;
