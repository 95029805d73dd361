/** An application that serves several data sources, and makes some while it runs. */
package io.queuejob.it.container.tenants;
