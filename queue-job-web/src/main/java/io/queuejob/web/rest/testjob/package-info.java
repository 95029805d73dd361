/**
 * Test jobs over HTTP, in the manner of {@code web.rest}: refusals are problem documents with a
 * stable id, and what is not published by a subclass has no address.
 */
package io.queuejob.web.rest.testjob;
