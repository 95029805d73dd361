/**
 * The engine inside Payara Micro: each test class is one start of the server with one small
 * application, on a real PostgreSQL that all classes share. What the server says goes to {@code
 * target/server/server.log.0}.
 */
package io.queuejob.it.container;
