/**
 * Nodes and their pulse: who is a member, who is dead, and what one statement a second tells a node
 * about the whole. The database's rows and advisory locks are the authority, never a node's memory.
 */
package io.queuejob.internal.storage.node;
