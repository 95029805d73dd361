/**
 * What an application may replace. Small interfaces, each with a default implementation in the
 * engine.
 */
package io.queuejob.spi;
