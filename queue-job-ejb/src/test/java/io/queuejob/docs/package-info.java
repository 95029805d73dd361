/** What the pages in {@code docs} say of the code, compared with the code. */
package io.queuejob.docs;
