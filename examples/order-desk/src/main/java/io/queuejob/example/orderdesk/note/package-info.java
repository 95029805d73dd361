/**
 * Notes, and the proof that a refused delayed call leaves its caller's transaction usable. Owns the
 * table {@code note}.
 */
package io.queuejob.example.orderdesk.note;
