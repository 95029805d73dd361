/** What the doctor's page shows. */
package io.queuejob.web.doctor;
