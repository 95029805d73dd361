/**
 * Functions for people: what is declared and set of them, what counts in the end, and changes of
 * what people set. Owns no data; a refused change is an answer in words with the id of its message.
 */
package io.queuejob.admin.function;
