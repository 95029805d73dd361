package io.queuejob.web.access;

import io.queuejob.admin.reach.Reach;

/**
 * Who gives a command.
 *
 * @param name for the audit
 * @param reach where it may touch anything
 */
public record Caller(String name, Reach reach) {}
