/**
 * Puts the overview together from what the statements tell. It owns the last reading of each span
 * of time, which all who look at the same time share; a reading that fails is not kept.
 */
package io.queuejob.internal.operations.overview;
