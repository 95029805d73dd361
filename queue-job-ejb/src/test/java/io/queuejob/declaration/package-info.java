/** Deployments of small applications: which declarations are refused, and what is registered. */
package io.queuejob.declaration;
