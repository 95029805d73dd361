package io.queuejob.devdb;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a builder was told.
 *
 * @param port the wanted TCP port, 0 for any
 * @param timeZone the server's time zone
 * @param locale the locale of a folder that must be created
 * @param deadline for a start, a stop and the wait for an answer each
 * @param messages who hears how PostgreSQL is run
 * @param server settings of postgresql.conf
 */
record StartSettings(
    int port,
    String timeZone,
    String locale,
    Duration deadline,
    Consumer<String> messages,
    Map<String, String> server) {}
