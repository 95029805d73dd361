/**
 * A server under test as the checks see it, from outside: by HTTP and by JDBC.
 *
 * <p>Owns neither server nor database. An answer that is not as expected, or does not come in time,
 * is a {@link io.queuejob.matrix.site.CheckFailedException}.
 */
package io.queuejob.matrix.site;
