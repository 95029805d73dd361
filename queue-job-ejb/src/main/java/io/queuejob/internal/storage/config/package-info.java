/**
 * Channels and functions as rows: what nodes were told, and the numbers of functions. A change
 * raises the configuration's version, which every node sees in its next pulse.
 */
package io.queuejob.internal.storage.config;
