/**
 * Settings, read once from a look-up that the edge passes in, into one immutable checked record. No
 * other package sees a property or an environment variable. A bad value stops the start with an
 * error that names key, expected and found.
 */
package io.queuejob.internal.config;
