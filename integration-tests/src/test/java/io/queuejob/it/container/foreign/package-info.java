/**
 * An application as others write it: one unnamed persistence context, its own REST application, its
 * own login and its own Flyway. Of this product it has the jar and one annotation.
 */
package io.queuejob.it.container.foreign;
