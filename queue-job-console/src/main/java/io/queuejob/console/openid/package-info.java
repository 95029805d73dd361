/**
 * Login by OpenID Connect: the authorization code flow with PKCE, against one provider that the
 * settings name, written upon the JDK alone so that it is the same on every server and can be
 * switched on by configuration. It owns what a login in flight must remember, in the visitor's
 * session. Whatever is not as the standard has it ends the login with a message; nobody comes in by
 * a token whose signature, issuer, audience, time or nonce is not right.
 */
package io.queuejob.console.openid;
