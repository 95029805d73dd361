/** Many jobs are found and changed: filters, groups, bulk changes, on rows of a real database. */
package io.queuejob.bulk;
