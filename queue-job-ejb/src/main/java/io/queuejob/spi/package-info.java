/**
 * What an application may replace, and what kits of tests build upon. Small interfaces, each with a
 * default implementation in the engine.
 */
package io.queuejob.spi;
