/** What the panel of saved views does. */
package io.queuejob.web.views;
