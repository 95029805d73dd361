package io.queuejob.it.container.foreign;

import io.queuejob.api.Delayed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Works with the only persistence unit that the application knows of. */
@Stateless
public class GuestBook {
  @PersistenceContext private EntityManager manager;
  @EJB private GuestBook self;

  /** Enters a guest and delays the welcome. */
  public void enter(String name) {
    manager.persist(new Guest(name));
    self.welcome(name);
  }

  /** Delayed. */
  @Delayed
  public void welcome(String name) {
    manager.find(Guest.class, name).welcome();
  }

  /** Whether a guest was welcomed. */
  public boolean isWelcomed(String name) {
    Guest guest = manager.find(Guest.class, name);
    return guest != null && guest.isWelcomed();
  }

  /** Versions of the application's own schema. */
  public List<?> versions() {
    return manager
        .createNativeQuery(
            "SELECT version FROM guests.flyway_schema_history WHERE success AND version IS NOT NULL")
        .getResultList();
  }

  /** Who the jobs were delayed for. */
  public List<?> callers() {
    return manager.createNativeQuery("SELECT DISTINCT caller FROM queue_job.job").getResultList();
  }
}
