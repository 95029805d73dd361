/**
 * The REST interface as a server hands it on: what only a server shows, such as how it reads a
 * body. Owns nothing: each class writes its rows anew before its tests.
 */
package io.queuejob.browser.rest;
