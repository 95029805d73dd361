/**
 * What the admin's pages and an operator's script compile against: read models as records, commands
 * with typed results. No entity and no SQL crosses here; rights are checked behind it.
 */
package io.queuejob.admin;
