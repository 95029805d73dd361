/**
 * An application as others write it: one unnamed persistence context, its own REST application and
 * its own login. The engine is only a jar in it.
 */
package io.queuejob.it.container.foreign;
