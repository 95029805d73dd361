/** What somebody is told who may see some channels only: by every call and every page. */
package io.queuejob.browser.sight;
