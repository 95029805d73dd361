/**
 * What happens in an ordinary day: applications capture jobs, in transactions that commit or roll
 * back, and people act on jobs and channels. A database that is away costs the transaction at hand
 * and nothing else.
 */
package io.queuejob.chaos.load;
