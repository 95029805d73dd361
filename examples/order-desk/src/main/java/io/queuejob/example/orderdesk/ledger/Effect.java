package io.queuejob.example.orderdesk.ledger;

import java.util.Locale;

/** The kinds of business effects. */
public enum Effect {
  /** An invoice was issued. */
  INVOICE,
  /** A mail was sent. */
  MAIL,
  /** Stock was reserved. */
  STOCK,
  /** A job of a load run did its waiting. */
  LOAD;

  /** The word stored in the ledger. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
