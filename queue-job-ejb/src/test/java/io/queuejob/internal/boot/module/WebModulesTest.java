package io.queuejob.internal.boot.module;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class WebModulesTest {

  private static final ClassLoader OWN = WebModules.class.getClassLoader();

  private final List<Object> listeners = new ArrayList<>();

  private ServletContext web(ClassLoader loader) {
    return (ServletContext)
        Proxy.newProxyInstance(
            OWN,
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getClassLoader")) {
                return loader;
              }
              assertThat(method.getName()).isEqualTo("addListener");
              listeners.add(arguments[0]);
              return null;
            });
  }

  @Test
  void servers_find_it_as_a_service() {
    assertThat(ServiceLoader.load(ServletContainerInitializer.class, OWN))
        .hasAtLeastOneElementOfType(WebModules.class);
  }

  @Test
  void a_web_module_that_has_need_of_it_is_listened_to() {
    ClassLoader war = new URLClassLoader(new URL[0], OWN);
    WebModules modules = new WebModules(loader -> loader == war);

    modules.onStartup(null, web(war));
    modules.onStartup(null, web(OWN));

    assertThat(listeners).singleElement().isInstanceOf(WebModule.class);
  }

  @Test
  void a_web_module_of_another_server_is_left_alone() {
    new WebModules().onStartup(null, web(new URLClassLoader(new URL[0], OWN)));

    assertThat(listeners).isEmpty();
  }
}
