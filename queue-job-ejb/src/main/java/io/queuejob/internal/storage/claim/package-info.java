/**
 * Claims, slots and their recovery: which node holds which jobs and how much of each channel. Every
 * write that takes something locks the node's row where it is alive, so that a recovered node can
 * take nothing more.
 */
package io.queuejob.internal.storage.claim;
