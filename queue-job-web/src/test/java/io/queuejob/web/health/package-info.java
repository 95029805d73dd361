/** What monitoring is told. */
package io.queuejob.web.health;
