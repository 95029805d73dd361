/** What the kit says when it is used wrongly. */
package io.queuejob.testing.mistake;
