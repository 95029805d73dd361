/** Declarations that cannot work, each to be refused at deployment in an application of its own. */
package io.queuejob.it.container.declared;
