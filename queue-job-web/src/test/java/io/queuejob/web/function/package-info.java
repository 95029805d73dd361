/** What the pages of functions show and do. */
package io.queuejob.web.function;
