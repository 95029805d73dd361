/** What a job sees and may say while it runs: its transaction, its progress, its context. */
package io.queuejob.engine.inside;
