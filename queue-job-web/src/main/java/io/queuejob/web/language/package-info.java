/**
 * In which language a person reads the admin: what they chose, kept in a cookie, else what their
 * browser asks for, else English. It owns that cookie and nothing else, and touches no page of a
 * surrounding application. The REST interface, ids and messages of the engine stay English.
 */
package io.queuejob.web.language;
