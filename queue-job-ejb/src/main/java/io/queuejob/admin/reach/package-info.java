/**
 * In which channels a person may act: a value that desks are asked within, and the settings that it
 * comes from. {@code within} limits commands, {@code seeing} reading and commands. Who asks a desk
 * without one may act and see everywhere.
 */
package io.queuejob.admin.reach;
