package io.queuejob.internal.codec.value;

/** A type or value that cannot be written or read; the message says expected, found, cure. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a value was refused; each has an id of its own in the messages. */
  public enum Reason {
    /** The declared type can never be bound. */
    TYPE,
    /** This value of a fitting type cannot be written. */
    VALUE,
    /** The value's class would lose what its declared type lacks. */
    SUBCLASS,
    /** The entity has no id yet, or its reference cannot be made. */
    ENTITY,
    /** The stored text does not fit the declared type. */
    TEXT,
    /** The referenced entity is gone. */
    ENTITY_GONE,
    /** The stored class is not one that may be loaded here. */
    ENTITY_CLASS
  }

  Refusal(Reason reason, String message) {
    this(reason, message, null);
  }

  Refusal(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The same for a value that is secret: neither it nor a cause that may name it is kept. */
  public Refusal withoutValue() {
    return new Refusal(reason, "a secret value, which is not shown, that cannot be bound");
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
