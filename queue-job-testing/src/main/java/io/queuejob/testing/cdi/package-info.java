/**
 * The trap in a CDI container of a test, such as Weld-JUnit's: an extension that puts it there, and
 * the interceptor that leads {@code @Delayed} calls into it. Where the extension is not added,
 * nothing of this package has an effect.
 */
package io.queuejob.testing.cdi;
