/**
 * Ways of breaking the engine on purpose, so that the checkers can show that they notice. Owns a
 * JDBC driver of its own URL prefix that rewrites one statement of the engine on its way. A rewrite
 * that does not find its text ends the process, loudly.
 */
package io.queuejob.chaos.sabotage;
