package io.queuejob.internal.capture.related;

import java.util.Map;

/**
 * What the configuration of a function says of its related action (S-JF-05).
 *
 * @param enable false for none
 * @param method method of the job's own bean, or {@code bean.method}; empty for the declared one
 * @param arguments for the method, by name
 */
public record RelatedSettings(boolean enable, String method, Map<String, Object> arguments) {}
