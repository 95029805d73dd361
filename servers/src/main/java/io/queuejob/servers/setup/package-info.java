/**
 * How each server is set up: its files and commands, the form of its log.
 *
 * <p>Owns the content of a server's working folder. The distribution is only read, archives are
 * only copied: what runs is what was built. A file that is missing, or a command that fails, is an
 * {@link java.io.IOException} with the file's name or the command's output.
 */
package io.queuejob.servers.setup;
