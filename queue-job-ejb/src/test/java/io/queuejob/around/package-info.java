/** What happens around jobs: retention, and the sweep for those that are stuck. */
package io.queuejob.around;
