/** Calls of a deployed application, up to the port where they would be written. */
package io.queuejob.capturing;
