/**
 * Arguments of a call to JSON text and back, bound to the declared parameter types of the method.
 * The envelope carries a version, so that rows of an earlier release still run; nobody else parses
 * a payload. What cannot be bound is refused at the call, naming the parameter; a damaged payload
 * is reported with what was expected and found.
 */
package io.queuejob.internal.codec;
