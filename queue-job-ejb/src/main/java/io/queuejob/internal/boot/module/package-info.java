/**
 * The environments of the web modules of an enterprise archive: naming, class loader, security.
 * Jobs run on threads of the engine's module, where some servers find nothing of {@code
 * java:comp/env} of another. Owns what each web module gave of itself when it started. A module
 * that gives nothing has its jobs run as before, in the environment of the engine.
 */
package io.queuejob.internal.boot.module;
