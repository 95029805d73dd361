/**
 * Who may do what in the admin: the roles of the container, the gate before the pages, the list of
 * pages, and the headers of answers. Rights are asked for on the server in every command, whatever
 * a page shows.
 */
package io.queuejob.web.access;
