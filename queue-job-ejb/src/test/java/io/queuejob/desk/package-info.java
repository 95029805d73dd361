/** What people ask of the admin's desks, over rows of PostgreSQL. */
package io.queuejob.desk;
