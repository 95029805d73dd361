/**
 * What modules declare in files: settings, channels and functions, each with the file and the line
 * that it is from.
 */
package io.queuejob.internal.config.file;
