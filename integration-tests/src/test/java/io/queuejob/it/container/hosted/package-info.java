/** An application that hosts the admin behind its own login, as its documentation says. */
package io.queuejob.it.container.hosted;
