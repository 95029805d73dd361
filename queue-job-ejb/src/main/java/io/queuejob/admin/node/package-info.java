/**
 * Nodes as people see them, and draining: a node that is drained takes nothing up, ends what runs
 * and gives back its slots. Records only, no SQL; a failure of the database is thrown.
 */
package io.queuejob.admin.node;
