/** What the command line may say. */
package io.queuejob.chaos.run;
