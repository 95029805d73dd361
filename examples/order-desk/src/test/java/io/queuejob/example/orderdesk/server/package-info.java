/** Tests of the application in Payara Micro, with the engine and a database: Arquillian. */
package io.queuejob.example.orderdesk.server;
