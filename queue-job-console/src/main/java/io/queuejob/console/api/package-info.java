/**
 * Where the admin's REST resources get their addresses, below {@code /api}. What is registered here
 * is all there is: nothing is taken from the class path by itself.
 */
package io.queuejob.console.api;
