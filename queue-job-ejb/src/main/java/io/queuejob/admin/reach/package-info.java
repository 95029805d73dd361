/**
 * In which channels a person may act: a value that desks are asked within, and the settings that it
 * comes from. It limits commands, not reading. Who asks a desk without one may act everywhere.
 */
package io.queuejob.admin.reach;
