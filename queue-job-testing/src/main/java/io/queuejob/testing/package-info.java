/**
 * The test kit for applications: {@link io.queuejob.testing.JobTrap} takes the place of the engine
 * in plain JUnit 5 tests. It catches delayed calls in memory, with the engine's own checks and
 * encoding, compares them with calls that the test expects, and runs them upon instances that the
 * test gives. It needs no server, no database and no container, and owns nothing beyond one test. A
 * call that production would refuse is refused here with the same exception.
 */
package io.queuejob.testing;
