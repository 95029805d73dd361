/**
 * One value and its JSON: plain values written by hand, collections of them, entities as
 * references, everything else by JSON-B; and the rules that say which declared types can be bound.
 * A value that cannot be written or read raises a {@link io.queuejob.internal.codec.value.Refusal},
 * to which the caller adds where it happened.
 */
package io.queuejob.internal.codec.value;
