/** What people do not see of a call: where it is found, and that it is masked. */
package io.queuejob.internal.codec.secret;
