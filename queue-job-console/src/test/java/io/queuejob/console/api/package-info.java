/** The REST interface of the console as a whole. */
package io.queuejob.console.api;
