/**
 * The engine's SQL against the schema that the migrations make: every statement can be prepared and
 * each change of state is what the table of transitions allows.
 */
package io.queuejob.schema;
