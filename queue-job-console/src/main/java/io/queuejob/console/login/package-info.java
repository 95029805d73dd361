/**
 * The console's login: at most one person of each role, named by the environment, comes in by a
 * form for the pages or by HTTP Basic for the REST interface; others by a provider, see {@code
 * openid}. It owns the record of failed logins, which is lost with the server, and the mark of a
 * login in the session. Without a configured person it refuses everybody and says in the log what
 * to set; it never falls back to a known password.
 */
package io.queuejob.console.login;
