/** What chores do to rows, in short transactions under a lock that ends with each of them. */
package io.queuejob.internal.storage.chore;
