/**
 * The page of the audit: a filter that its address holds, entries with what changed made readable,
 * and the export. Nothing here changes anything; a reading that fails leaves what was read last and
 * a notice.
 */
package io.queuejob.web.audit;
