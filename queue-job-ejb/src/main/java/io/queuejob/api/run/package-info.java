/** What a job can say of its own run: its transaction, its effects elsewhere, its failure. */
package io.queuejob.api.run;
