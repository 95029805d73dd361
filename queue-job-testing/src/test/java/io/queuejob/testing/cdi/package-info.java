/** The trap in a CDI container. */
package io.queuejob.testing.cdi;
