package io.queuejob.internal.notification;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Takes mails and keeps them in the properties of its session, or refuses them. */
public class KeepingTransport extends Transport {
  private static final String KEPT = "kept";

  public KeepingTransport(Session session, URLName name) {
    super(session, name);
  }

  static Session session(String... more) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "kept");
    properties.put("mail.from", "queue@session.example");
    properties.put(KEPT, new ArrayList<Message>());
    for (String one : more) {
      properties.put(one, "true");
    }
    Session session = Session.getInstance(properties);
    session.addProvider(
        new Provider(
            Provider.Type.TRANSPORT, "kept", KeepingTransport.class.getName(), "tests", "1"));
    session.setProtocolForAddress("rfc822", "kept");
    return session;
  }

  @SuppressWarnings("unchecked")
  static List<Message> kept(Session session) {
    return (List<Message>) session.getProperties().get(KEPT);
  }

  @Override
  protected boolean protocolConnect(String host, int port, String user, String password) {
    return true;
  }

  @Override
  public void sendMessage(Message message, Address[] addresses) throws MessagingException {
    if (session.getProperties().containsKey("refuses")) {
      throw new MessagingException("550 no such mailbox");
    }
    kept(session).add(message);
  }
}
