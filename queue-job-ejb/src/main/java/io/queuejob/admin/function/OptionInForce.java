package io.queuejob.admin.function;

/**
 * An option of a function, what each source says of it, and what counts. A call that names the
 * option itself wins over all of this.
 *
 * @param key its name in files and settings
 * @param accepts what it accepts, in words
 * @param meaning what it means, in words
 * @param people what people set; null for nothing
 * @param server what properties, environment or a module's file say; null for nothing
 * @param declared what the code says; null for nothing
 * @param standard what counts if nobody says anything; empty if that is nothing
 * @param counts what counts
 * @param source who says what counts
 * @param problem why what people set is passed over, in words; null if it is not
 */
public record OptionInForce(
    String key,
    String accepts,
    String meaning,
    String people,
    String server,
    String declared,
    String standard,
    String counts,
    Source source,
    String problem) {

  /** Who may say something, the strongest first. */
  public enum Source {
    /** A person, in the database. */
    PEOPLE,
    /** Properties, environment or a module's file. */
    SERVER,
    /** The code. */
    DECLARED,
    /** Nobody. */
    STANDARD
  }
}
