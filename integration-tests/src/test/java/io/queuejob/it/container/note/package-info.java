/** A small application that writes notes and delays calls, in every kind of transaction. */
package io.queuejob.it.container.note;
