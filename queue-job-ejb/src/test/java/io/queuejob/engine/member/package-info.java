/** How nodes stop, lose their sessions, die and come again. */
package io.queuejob.engine.member;
