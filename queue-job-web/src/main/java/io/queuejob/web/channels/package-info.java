/**
 * The page of channels: the tree with what it limits and what is in it, and the form that changes
 * one. A reading that fails leaves what was read last and a notice; a change that is refused leaves
 * the form as it was filled in.
 */
package io.queuejob.web.channels;
