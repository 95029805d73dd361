/**
 * The launcher behind {@code ./demo}: one command from a checkout to a running product.
 *
 * <p>Owns the folder {@code .demo} of the checkout (database, logs, passwords), the server that it
 * starts and, unless another node is alive on it, the database that it started or adopted. Standard
 * output carries the three lines that announce readiness and nothing else.
 *
 * <p>On failure: the reason goes to standard error, what was started is stopped, the exit code is
 * not 0. A launcher killed by SIGKILL leaves server and database behind; the next one adopts the
 * database and names the server that holds its port.
 */
package io.queuejob.demo;
