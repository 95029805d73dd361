package io.queuejob.admin.health;

/**
 * How one of a deployment's data sources is.
 *
 * @param name its JNDI name
 * @param up whether its calls are stored and its jobs run
 * @param found why not, for people; null if it is up
 */
public record DataSourceHealth(String name, boolean up, String found) {}
