/**
 * The pages of functions: all of them, and one with what people set of it. What is typed stays in
 * the page until it is saved; a refusal leaves it there, with the reason beside it.
 */
package io.queuejob.web.function;
