/**
 * Channels, nodes and the audit as JSON, by the same rights as the pages: who views may read,
 * operators pause, administrators change. What cannot be understood or is refused is answered as a
 * problem document; a failure of the engine is mapped by {@code ProblemAnswers}.
 */
package io.queuejob.web.rest.desk;
