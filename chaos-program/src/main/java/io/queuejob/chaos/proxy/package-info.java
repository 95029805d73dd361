/**
 * A TCP proxy between one node and the database, which passes, delays, holds, drops or refuses on
 * command. Its threads end with the connections that they serve, and all with {@code close}.
 */
package io.queuejob.chaos.proxy;
