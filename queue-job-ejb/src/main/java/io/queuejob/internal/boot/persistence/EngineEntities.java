package io.queuejob.internal.boot.persistence;

import io.queuejob.api.error.ConfigurationException;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** The engine's entity managers, which only read; open as long as the engine runs. */
public final class EngineEntities implements AutoCloseable {

  /** Providers ignore what is not theirs. */
  private static final Map<String, Object> PROPERTIES =
      Map.of(
          "eclipselink.weaving", "false",
          "hibernate.hbm2ddl.auto", "none");

  private final EntityManagerFactory factory;

  /** Providers look at the mapping when they are first used; here a fault still stops the start. */
  private EngineEntities(EntityManagerFactory factory) {
    this.factory = factory;
    factory.createEntityManager().close();
  }

  /**
   * Opens the unit with the server's persistence provider, upon a data source of the server's.
   *
   * @param name tells the engine from others of the same server, such as application and data
   *     source: a provider may share what it knows of units of one name
   * @throws ConfigurationException QJ7100 if there is no provider
   */
  public static EngineEntities open(String name, DataSource dataSource) {
    return open(name, dataSource, PersistenceUnitTransactionType.JTA);
  }

  static EngineEntities open(
      String name, DataSource dataSource, PersistenceUnitTransactionType transactions) {
    List<PersistenceProvider> providers =
        PersistenceProviderResolverHolder.getPersistenceProviderResolver()
            .getPersistenceProviders();
    EngineUnit unit = new EngineUnit("queue-job " + name, dataSource, transactions);
    return providers.stream()
        .map(provider -> provider.createContainerEntityManagerFactory(unit, PROPERTIES))
        .filter(Objects::nonNull)
        .findFirst()
        .map(EngineEntities::new)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "QJ7100",
                    "expected a persistence provider (Jakarta Persistence 3.1), found "
                        + providers
                        + "; use a server with the full or the web profile"));
  }

  /** Makes entity managers for reading. */
  public EntityManagerFactory factory() {
    return factory;
  }

  @Override
  public void close() {
    factory.close();
  }
}
