/**
 * Bulk changes: what people ask of them, and the steps that carry them out. A step is one
 * transaction of some rows; who dies in it leaves nothing of it, and the next node goes on. A row
 * that cannot be changed is skipped with the reason, and holds up no other. An undo is a bulk
 * change that walks through what another did.
 */
package io.queuejob.internal.operations.bulk;
