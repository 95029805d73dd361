/**
 * Tells open pages that something has changed, by server-sent events: a page then reads anew what
 * it shows. Nothing about jobs is sent. While nobody listens nothing is asked of the database;
 * while somebody does, a few numbers once a second, however many listen. Pages that get no stream,
 * or lose it, ask every few seconds instead.
 */
package io.queuejob.web.live;
