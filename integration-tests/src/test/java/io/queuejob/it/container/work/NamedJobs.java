package io.queuejob.it.container.work;

import io.queuejob.spi.JobAttributesProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Map;

/** Gives each job the name of its method. */
@ApplicationScoped
public class NamedJobs implements JobAttributesProvider {
  @Override
  public Map<String, String> attributes(Class<?> bean, Method method, Object[] arguments) {
    return Map.of("method", method.getName());
  }
}
