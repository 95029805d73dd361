/**
 * What is asked of each server: each check is one story that a user would tell, told from outside,
 * by HTTP, by JDBC and in a browser.
 *
 * <p>Owns nothing but its questions. What is not as it should be is a {@link
 * io.queuejob.matrix.site.CheckFailedException} that says what was expected and found.
 */
package io.queuejob.matrix.check;
