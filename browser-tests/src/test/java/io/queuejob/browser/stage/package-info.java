/**
 * What the pages are tried on: a database, the console in Payara Micro, and a browser, started once
 * for all tests of a JVM and ended with it; the rows that pages show, written by SQL. Whatever does
 * not start fails each test with its reason. The console gets two more logins than in production,
 * so that there is one for each role.
 */
package io.queuejob.browser.stage;
