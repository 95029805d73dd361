/**
 * Stand-ins of beans: objects of the bean's type that record the one call made upon them and run
 * none of its code, neither constructor nor method. A bean that cannot be stood in for, or a lambda
 * that calls none or two of its methods, is refused with the reason.
 */
package io.queuejob.internal.capture.standin;
