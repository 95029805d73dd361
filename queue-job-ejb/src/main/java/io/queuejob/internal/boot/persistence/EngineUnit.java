package io.queuejob.internal.boot.persistence;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/** The engine's persistence unit upon one data source. */
final class EngineUnit implements PersistenceUnitInfo {

  private static final String ENTITIES = "io.queuejob.internal.storage.entity.";

  private final String name;
  private final DataSource dataSource;
  private final PersistenceUnitTransactionType transactions;

  EngineUnit(String name, DataSource dataSource, PersistenceUnitTransactionType transactions) {
    this.name = name;
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  @Override
  public String getPersistenceUnitName() {
    return name;
  }

  @Override
  public String getPersistenceProviderClassName() {
    return null;
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return transactions;
  }

  @Override
  public DataSource getJtaDataSource() {
    return transactions == PersistenceUnitTransactionType.JTA ? dataSource : null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return transactions == PersistenceUnitTransactionType.JTA ? null : dataSource;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return EngineUnit.class.getProtectionDomain().getCodeSource().getLocation();
  }

  @Override
  public List<String> getManagedClassNames() {
    return List.of(
        ENTITIES + "JobStateEntity",
        ENTITIES + "JobParticularsEntity",
        ENTITIES + "JobAttemptEntity");
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return new Properties();
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public ClassLoader getClassLoader() {
    return EngineUnit.class.getClassLoader();
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // The entities have accessors and are not to be woven.
  }

  @Override
  public ClassLoader getNewTempClassLoader() {
    return null;
  }
}
