/** A small application whose jobs tell under which circumstances they ran. */
package io.queuejob.it.container.work;
