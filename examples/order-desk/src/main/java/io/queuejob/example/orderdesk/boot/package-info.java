/**
 * Start of the application: its tables and its entity manager. If the tables cannot be made, the
 * deployment fails with the database's message.
 */
package io.queuejob.example.orderdesk.boot;
