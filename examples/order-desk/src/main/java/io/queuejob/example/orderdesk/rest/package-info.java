/**
 * The REST interface, at {@code /api}: JSON in, JSON out. Input that breaks a rule is answered with
 * status 400 and {@code {error, expected, found}}; what does not exist with 404; an error of the
 * application with 500 and a line in the log.
 */
package io.queuejob.example.orderdesk.rest;
