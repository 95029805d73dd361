/**
 * The admin as JSON over HTTP. Classes here carry no path and no provider mark of their own, so
 * that a JAX-RS application which takes all it finds does not publish them by accident: whoever
 * wants them registers a subclass of {@link io.queuejob.web.rest.JobResource} with a path, and the
 * two others beside it. Every refusal is a problem document (RFC 9457) with a stable id; what goes
 * wrong inside is logged, and told only as far as it is in the product's own words.
 */
package io.queuejob.web.rest;
