/**
 * What a delayed call is made of, and what is answered to the application: the lambda that names
 * the method, what makes two calls the same, the answer to a cancel. Small values and functions.
 */
package io.queuejob.api.call;
