/** What the build did, read from its reports after all else. */
package io.queuejob.it.ran;
