/**
 * Invoices, issued later: {@code @Delayed} on the method of an EJB. Owns the table {@code invoice}.
 * If issuing fails, nothing is written, and the job says why.
 */
package io.queuejob.example.orderdesk.invoice;
