/**
 * The shape of the product, as tests: which package may use which, which libraries and calls stay
 * in their place. Each rule has a fixture below {@code fixture} that breaks it, so that a rule that
 * can no longer fail is found; the shipped classes are held to all of them.
 */
package io.queuejob.architecture;
