/**
 * Chores that one node at a time does for all, on a thread of their own: removing jobs after their
 * retention, and a search for what was not released. A step that fails is logged and taken again;
 * nothing waits for it.
 */
package io.queuejob.internal.chore;
