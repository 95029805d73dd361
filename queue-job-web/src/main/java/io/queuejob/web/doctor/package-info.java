/**
 * The doctor's page: what is wrong, with its cure, the gravest first. It changes nothing; an
 * examination that fails is shown as a notice, and the last one stays.
 */
package io.queuejob.web.doctor;
