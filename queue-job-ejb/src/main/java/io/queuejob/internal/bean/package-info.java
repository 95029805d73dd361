/**
 * The beans of the application and their business methods under registered names: a job names its
 * function by such a name, never by the class of a proxy. Filled at deployment, read ever after; a
 * name that is missing here cannot run on this node.
 */
package io.queuejob.internal.bean;
