/** The login by OpenID Connect, against a provider made of the JDK's own server. */
package io.queuejob.console.openid;
