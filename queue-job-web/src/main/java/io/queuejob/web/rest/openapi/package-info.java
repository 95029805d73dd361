/**
 * The description of the REST interface, made from the resources themselves so that it cannot say
 * what is not there. It owns the words that annotations give and the schemas of answers; a resource
 * without them is described by its addresses alone.
 */
package io.queuejob.web.rest.openapi;
