/** What people do with channels and nodes while an engine runs, and what the audit keeps of it. */
package io.queuejob.engine.desk;
