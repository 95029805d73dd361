/** Tests of counting the jobs of a real database. */
package io.queuejob.testing.database;
