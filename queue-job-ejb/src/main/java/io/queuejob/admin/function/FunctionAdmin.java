package io.queuejob.admin.function;

import io.queuejob.admin.CommandResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions and what people set of them; the implementation is injected: {@code @Inject
 * FunctionAdmin functions}. A change is known to all nodes within a second.
 */
public interface FunctionAdmin {

  /**
   * Functions by application and name.
   *
   * @param text part of the name; null or blank for all
   * @param after id of the function after which the page begins; null for the first
   * @param limit most functions of a page, 1 to 1000
   */
  FunctionPage list(String text, Integer after, int limit);

  /** One function; empty if there is none. */
  Optional<FunctionRow> function(int id);

  /**
   * What is wrong with texts that a person would set, in words by the name of the option; empty if
   * nothing is.
   *
   * @param options texts by the name of an option; blank ones say nothing
   */
  Map<String, String> problems(Map<String, String> options);

  /**
   * Sets all that people say of a function; options that are left out, or blank, are taken back.
   * Refused if somebody else has changed it since {@code seen}.
   *
   * @param options texts by the name of an option
   * @param seen {@link FunctionRow#changed} as the person saw it; null for never changed
   * @param actor who asks for it, kept in the audit
   * @throws IllegalArgumentException with the message's id in front, if an option does not exist or
   *     its text cannot be used; nothing was changed
   */
  CommandResult change(int id, Map<String, String> options, Instant seen, String actor);

  /** Takes back all that people set of a function; done, too, if nothing was set. */
  CommandResult reset(int id, String actor);

  /**
   * The waits after the first attempts by a retry pattern, worked out as the engine does.
   *
   * @param pattern such as {@code 1:10,2:60-120}; blank for none
   * @param attempts how many, 1 to 1000
   * @throws IllegalArgumentException saying expected, found and a sample, if it cannot be read
   */
  List<RetryWait> waits(String pattern, int attempts);
}
