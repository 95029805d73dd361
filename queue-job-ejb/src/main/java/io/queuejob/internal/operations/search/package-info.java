/**
 * Finding jobs for people: the filter line is read into conditions here, and completed. What cannot
 * be read is refused with the word that is wrong; nothing is guessed.
 */
package io.queuejob.internal.operations.search;
