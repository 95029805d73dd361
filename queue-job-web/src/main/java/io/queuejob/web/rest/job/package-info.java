/**
 * One job in depth over REST, below {@code jobs/{uuid}/}: why it waits, its graph, its attempts,
 * its log, and the commands that run it again. Reading changes nothing; what a command refuses is a
 * problem document in the engine's own words, with the id and the state that was found.
 */
package io.queuejob.web.rest.job;
