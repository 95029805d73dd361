/**
 * Histories of many nodes in virtual time, each from one seed: the product's own runner, pulse and
 * dispatcher over a model of the rows, with faults, and what must hold after every step. A seed
 * that fails is shrunk and printed as a trace; the negative twins show that breaking the engine is
 * found.
 */
package io.queuejob.simulation;
