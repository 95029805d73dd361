package io.queuejob.console.login;

import io.queuejob.console.ConsoleSettings;
import io.queuejob.console.openid.OpenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says in the log how one comes in, once the console has started. */
@ApplicationScoped
public class StartNotice {
  private static final Logger LOG = System.getLogger(StartNotice.class.getName());
  private static final String NO_ACCOUNT =
      "QJ7201 Console login: expected a user and a password in the environment variables %s and %s"
          + " (or the system properties %s and %s), found none; every login is refused until the"
          + " server is started with them.";

  @Inject private AdminIdentityStore store;
  @Inject private Grants grants;
  @Inject private OpenId openId;

  void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
    store.accounts().complaints().forEach(text -> LOG.log(Level.WARNING, text));
    if (!store.hasAccount() && !openId.isOn()) {
      String user = "queue-job.admin.user";
      String password = "queue-job.admin.password";
      LOG.log(
          Level.WARNING,
          NO_ACCOUNT.formatted(
              ConsoleSettings.variable(user), ConsoleSettings.variable(password), user, password));
    }
    if (openId.isOn()) {
      LOG.log(Level.INFO, "Console login: by OpenID Connect at {0}", openId.provider());
    }
    if (grants.isReadOnly()) {
      LOG.log(Level.INFO, "This console only reads: everybody who comes in is a viewer");
    }
  }
}
