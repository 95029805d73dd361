/**
 * What only PostgreSQL can do: the dedicated connections, LISTEN and NOTIFY, the node's advisory
 * lock, migrations. The listener's session is the node's proof of life: when it ends, the lock is
 * free and others may recover the node after the grace; the listener reconnects at once and takes
 * the lock again.
 */
package io.queuejob.internal.postgres;
