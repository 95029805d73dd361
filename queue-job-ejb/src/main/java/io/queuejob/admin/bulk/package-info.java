/**
 * Changes of many jobs: asked for with a filter, shown with a count and a sample, confirmed, then
 * done step by step in the background by any node, and stopped when a person says so. What became
 * of each is kept. Each row is changed by the same guarded commands as a single job; one that does
 * not allow it is skipped with the reason. What was changed is kept for a week, so that it can be
 * undone by another change.
 */
package io.queuejob.admin.bulk;
