package io.queuejob.internal.boot;

import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;

/** The only place that asks JNDI: for names of the configuration, never for text from a row. */
final class Jndi {
  private Jndi() {}

  /** What a context lists, as the server writes it: with the context's own name or without. */
  @SuppressWarnings("BanJNDI") // the context comes from settings
  static List<String> list(String context) throws NamingException {
    List<String> names = new ArrayList<>();
    NamingEnumeration<NameClassPair> listed = new InitialContext().list(context);
    try {
      while (listed.hasMore()) {
        names.add(listed.next().getName());
      }
    } finally {
      listed.close();
    }
    return names;
  }

  /** The object of a name. */
  @SuppressWarnings("BanJNDI") // names come from settings and from this package alone
  static <T> T find(String name) throws NamingException {
    return InitialContext.doLookup(name);
  }
}
