/**
 * Stored JSON as a tree that people fold and copy from: numbers stay exactly as stored, references
 * of entities read as what they are, names and types of parameters stand where they are known. What
 * is damaged is shown as the text that it is. Everything is written as text, never as markup.
 */
package io.queuejob.web.job.tree;
