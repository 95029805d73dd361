/** Channels and functions as configured, against a database. */
package io.queuejob.engine.setting;
