/**
 * What a trap needs and a test does not see: its clock, how an eta was given, entities without a
 * database, the instances to run jobs upon.
 */
package io.queuejob.testing.support;
