/**
 * Several data sources in one deployment: the engines of those beside the deployment's own, each
 * with its schema, node and loops, and which of all a call goes to. Names are looked for now and
 * then; each further data source has a thread that opens it, tries again if that fails, and closes
 * it when its name is gone, so that what happens to one never holds up another. A data source that
 * cannot be served is logged once and refuses its own calls; the deployment starts and goes on
 * without it.
 */
package io.queuejob.internal.boot.several;
