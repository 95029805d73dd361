/**
 * What the overview reads. Each statement stays fast with any number of jobs: by an index, and no
 * further than a bound. Nothing is written here; a statement that fails raises {@link
 * io.queuejob.internal.storage.SqlFailure}.
 */
package io.queuejob.internal.storage.overview;
