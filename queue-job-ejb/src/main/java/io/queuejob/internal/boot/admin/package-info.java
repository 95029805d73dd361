/**
 * Hands the desks of the admin to those who inject them. It owns nothing; without a started engine
 * there is nothing to hand out, and the injection fails with the engine's own reason.
 */
package io.queuejob.internal.boot.admin;
