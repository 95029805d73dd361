package io.queuejob.example.orderdesk.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the entity manager injectable, for this application and for entities in job arguments. */
@ApplicationScoped
public class EntityManagerProducer {
  @Produces @PersistenceContext private EntityManager em;
}
