/**
 * What a call is about, found out at the call, so that an admin that lacks the application can show
 * it. A declaration that cannot work refuses the call; an answer that fails is logged and left out.
 */
package io.queuejob.internal.capture.related;
