/**
 * Whether the queue can work, and how full it is: for load balancers and monitoring. Reading
 * changes nothing; a database that cannot be reached is an answer of the readiness, an exception
 * elsewhere.
 */
package io.queuejob.admin.health;
