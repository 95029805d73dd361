/**
 * What pages take for granted in the code that they show: the reader's own beans and variables.
 * Each class is named after its page.
 */
package io.queuejob.doctest.around;
