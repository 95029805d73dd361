/**
 * Finding jobs by one line of words: pages, groups, completions, named views. A line that cannot be
 * read is refused with the word that is wrong, and what was expected in its place.
 */
package io.queuejob.admin.search;
