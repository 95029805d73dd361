/**
 * Capture without a place to store: the engine's own options, checks and encoding in front of a
 * receiver that keeps the calls, for tests of applications. Owns nothing and begins no transaction;
 * a refused call is refused as in production, and the receiver never hears of it.
 */
package io.queuejob.internal.capture.memory;
