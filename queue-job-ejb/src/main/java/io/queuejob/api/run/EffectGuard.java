package io.queuejob.api.run;

/**
 * Guards effects outside the database, such as a payment, which no rollback takes back:
 * {@code @Inject EffectGuard guard}. Before the effect a row with its key is committed, after it
 * the row is marked done. A crash in between leaves what nobody can know: the effect is not tried
 * again, and the answer says so.
 */
public interface EffectGuard {

  /** What is known of an effect. */
  enum Known {
    /** The action ran now, and returned. */
    DONE_NOW,
    /** It had run before. */
    DONE_BEFORE,
    /**
     * An earlier call began and was not seen to end: it may have happened or not. Find out, then
     * call {@link #forget} to have it tried again, or {@link #done}.
     */
    UNKNOWN
  }

  /** An effect. */
  @FunctionalInterface
  interface Effect {
    /** Has it happen. */
    void happen() throws Exception;
  }

  /**
   * Has an effect happen at most once for a key within the application.
   *
   * @throws Exception what the effect raised; from then on it is {@link Known#UNKNOWN}, unless it
   *     is forgotten
   */
  Known once(String key, Effect effect) throws Exception;

  /** The effect is known to have happened. */
  void done(String key);

  /** The effect is known not to have happened: the next call tries it. */
  void forget(String key);
}
