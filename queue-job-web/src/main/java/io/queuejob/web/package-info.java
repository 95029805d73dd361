/**
 * What all screens of the admin share: words and icons of the states, text made safe to show, the
 * gate before the pages, and the response headers. It owns no data: everything shown comes from
 * {@code io.queuejob.admin} and is read anew for each answer, so a failure here loses nothing but
 * one answer. A reading that fails is shown as a notice on the page, with the engine's message id.
 */
package io.queuejob.web;
