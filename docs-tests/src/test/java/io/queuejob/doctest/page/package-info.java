/** The pages of the documentation and the blocks of code in them, as they stand in the checkout. */
package io.queuejob.doctest.page;
