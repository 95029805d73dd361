/** What the tests of the admin share: rows in the states wanted, and an engine that remembers. */
package io.queuejob.web.testkit;
