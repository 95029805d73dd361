/**
 * The JPA mapping and queries of one job as people look at it. It only reads; no entity leaves it.
 * A database error becomes a {@link io.queuejob.api.error.StorageException}.
 *
 * <p>Entities are final and have private constructors, so that a provider makes neither proxies nor
 * instantiators of them (none is loaded lazily): those would need its own classes in the
 * application's class loader. WildFly has Hibernate's there only if the application has a
 * persistence unit, which a console has not.
 */
package io.queuejob.internal.storage.entity;
