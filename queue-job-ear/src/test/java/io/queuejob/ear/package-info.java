/** Looks into the built archive; there is nothing else here to test. */
package io.queuejob.ear;
