/**
 * A real browser, driven over its DevTools protocol: found on the machine or, on Debian as root,
 * installed from the distribution. Owns the browser's process and profile, which end with the JVM.
 * What it does not find or get it says with the command that helps; an answer that stays out fails
 * the test that waits for it.
 */
package io.queuejob.browser.devtools;
