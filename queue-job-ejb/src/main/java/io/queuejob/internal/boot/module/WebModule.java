package io.queuejob.internal.boot.module;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Gives the engine the environment of a web module while the module is there. */
final class WebModule implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");
  private static final String CONTEXTS = "java:comp/DefaultContextService";

  private ModuleContexts modules;

  /** Servers call this within the module's environment. */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    ClassLoader loader = event.getServletContext().getClassLoader();
    try {
      modules = CDI.current().select(ModuleContexts.class).get();
      modules.enter(loader, new ModuleContext(contexts()));
      LOG.log(
          Level.DEBUG,
          "jobs of web module {0} run in its environment",
          event.getServletContext().getContextPath());
    } catch (NamingException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "QJ7670 web module {0} gives no environment to its jobs, they run in that of the engine:"
              + " {1}",
          event.getServletContext().getContextPath(),
          e);
      contextDestroyed(event);
    }
  }

  @SuppressWarnings("BanJNDI") // the name is constant
  private static ContextService contexts() throws NamingException {
    return InitialContext.doLookup(CONTEXTS);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (modules != null) {
      modules.leave(event.getServletContext().getClassLoader());
    }
  }
}
