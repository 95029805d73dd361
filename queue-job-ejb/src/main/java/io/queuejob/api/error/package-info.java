/**
 * The exceptions of the product: those that a job throws to say how it ended, and those that a
 * caller or a deployment receives. Every exception raised by the product carries a stable id.
 */
package io.queuejob.api.error;
