package io.queuejob.internal.execution.entity;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessProducerField;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Notes the entity managers that the application's modules produce. An extension sees those of
 * every module; an injection point of the engine's would only see those of its own.
 */
public class ProducedEntityManagers implements Extension {

  private final List<Bean<?>> beans = new CopyOnWriteArrayList<>();
  private volatile BeanManager beanManager;

  void field(@Observes ProcessProducerField<EntityManager, ?> event) {
    beans.add(event.getBean());
  }

  void method(@Observes ProcessProducerMethod<EntityManager, ?> event) {
    beans.add(event.getBean());
  }

  void ready(@Observes AfterDeploymentValidation event, BeanManager manager) {
    beanManager = manager;
  }

  /** Whether the application produces any. */
  boolean areThere() {
    return !beans.isEmpty();
  }

  /**
   * Asks one entity manager after the other until one has an answer. What was made for the question
   * is given back afterwards.
   */
  <T> Optional<T> ask(Function<EntityManager, Optional<T>> question) {
    for (Bean<?> bean : beans) {
      CreationalContext<?> context = beanManager.createCreationalContext(bean);
      try {
        EntityManager manager =
            (EntityManager) beanManager.getReference(bean, EntityManager.class, context);
        Optional<T> answer = question.apply(manager);
        if (answer.isPresent()) {
          return answer;
        }
      } finally {
        context.release();
      }
    }
    return Optional.empty();
  }
}
