package io.queuejob.chaos.sabotage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * PostgreSQL's driver under {@code jdbc:chaos:NAME:jdbc:postgresql://…}, whose connections rewrite
 * what the break of that name is about. The first rewritten statement is told on standard error.
 */
public final class ChaosDriver implements Driver {
  static final String PREFIX = "jdbc:chaos:";

  /** Begin of the line that tells the first rewrite of a process. */
  public static final String BROKE = "CHAOS-BROKE ";

  /** Begin of the line that tells that a rewrite found no text; the process ends with it. */
  public static final String UNBROKEN = "CHAOS-UNBROKEN ";

  private static final int EXIT = 3;
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  static {
    try {
      DriverManager.registerDriver(new ChaosDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    String[] parts = url.substring(PREFIX.length()).split(":", 2);
    Break how = Break.of(parts[0]);
    return breaking(DriverManager.getConnection(parts[1], info), how);
  }

  private static Connection breaking(Connection connection, Break how) {
    return (Connection)
        Proxy.newProxyInstance(
            ChaosDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("prepareStatement")) {
                args[0] = rewritten(how, (String) args[0]);
              }
              try {
                return method.invoke(connection, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static String rewritten(Break how, String sql) {
    try {
      String broken = how.broken(sql);
      if (!broken.equals(sql) && TOLD.compareAndSet(false, true)) {
        System.err.println(BROKE + how.word());
      }
      return broken;
    } catch (IllegalStateException e) {
      System.err.println(UNBROKEN + e.getMessage());
      Runtime.getRuntime().halt(EXIT);
      throw e;
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
