/**
 * The console: the admin's pages and REST interface as a WAR of their own. It owns what an
 * application would bring along: addresses, the login, pages for trouble. It runs no jobs; if the
 * database cannot be reached it starts all the same and says so on its pages.
 */
package io.queuejob.console;
