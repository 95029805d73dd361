package io.queuejob.servers;

import io.queuejob.servers.setup.DomainSetup;
import io.queuejob.servers.setup.LibertySetup;
import io.queuejob.servers.setup.PayaraMicroSetup;
import io.queuejob.servers.setup.Setup;
import io.queuejob.servers.setup.WildFlySetup;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The servers that can be started. */
public enum ServerKind {
  PAYARA_MICRO("payara-micro", "Payara Micro", new PayaraMicroSetup()),
  PAYARA("payara", "Payara Server", DomainSetup.payara()),
  WILDFLY("wildfly", "WildFly", new WildFlySetup()),
  GLASSFISH("glassfish", "GlassFish", DomainSetup.glassFish()),
  LIBERTY("liberty", "Open Liberty", new LibertySetup());

  private final String label;
  private final String title;
  private final Setup setup;

  ServerKind(String label, String title, Setup setup) {
    this.label = label;
    this.title = title;
    this.setup = setup;
  }

  /** The name on command lines, such as {@code payara-micro}. */
  public String label() {
    return label;
  }

  /** The name for people, such as {@code Payara Micro}. */
  public String title() {
    return title;
  }

  /** Whether it takes enterprise archives. */
  public boolean takesEar() {
    return this != PAYARA_MICRO;
  }

  Setup setup() {
    return setup;
  }

  /** The server of a label; empty for any other text. */
  public static Optional<ServerKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** All labels, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(ServerKind::label).collect(Collectors.joining(", "));
  }
}
