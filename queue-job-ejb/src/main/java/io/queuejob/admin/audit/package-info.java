/**
 * The audit as people search it: who did what to what, when, before and after. Nothing here changes
 * it; the database itself refuses to. A failure of the database is thrown.
 */
package io.queuejob.admin.audit;
