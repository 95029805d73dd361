package io.queuejob.internal.boot;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The only place that asks JNDI: for names of the configuration, never for text from a row. */
final class Jndi {
  private Jndi() {}

  /** The object of a name. */
  @SuppressWarnings("BanJNDI") // names come from settings and from this package alone
  static <T> T find(String name) throws NamingException {
    return InitialContext.doLookup(name);
  }
}
