/** Identity keys among callers, claims, outcomes and people that meet. */
package io.queuejob.engine.identity;
