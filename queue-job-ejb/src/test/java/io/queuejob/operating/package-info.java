/** What the pages for operators promise, done word for word on a real database. */
package io.queuejob.operating;
