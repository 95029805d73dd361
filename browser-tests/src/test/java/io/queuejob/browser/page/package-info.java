/**
 * The admin as people use it, each class one thing that they do or that is done to them. Owns
 * nothing: each class writes its rows anew before its tests. A fault of a page is an assertion with
 * what the browser showed or said.
 */
package io.queuejob.browser.page;
