/**
 * What an application compiles against: how a call is delayed, what a job knows about itself, how a
 * job is looked up. Interfaces, records and annotations without logic beyond checks of arguments;
 * everything here is a promise.
 */
package io.queuejob.api;
