package io.queuejob.doctest.around;

import java.util.List;

/** docs/several-databases.md. */
public abstract class SeveralDatabases {

  /** The reader's. */
  public record Tenant(String key) {}

  /** The reader's. */
  public interface Tenants {
    List<Tenant> all();
  }

  /** The reader's. */
  public interface RequestTenant {
    boolean isKnown();

    String key();
  }
}
