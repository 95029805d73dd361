package io.queuejob.internal.storage.search;

import io.queuejob.internal.storage.reach.Within;
import io.queuejob.internal.storage.search.Criteria.Clause;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition as SQL upon a job {@code j}.
 *
 * @param text SQL with a sign for each parameter
 * @param parameters in the order of the text
 */
record Condition(String text, List<Object> parameters) {
  private static final Pattern LITERAL = Pattern.compile("[\\w .:/@+-]+");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

  private static final String FUNCTIONS =
      "j.function_id = ANY (ARRAY(SELECT f.id FROM queue_job.function f WHERE f.name ILIKE ?))";

  private static final String FUNCTION = FUNCTIONS.replace("ILIKE", "=");

  static Condition of(Clause clause) {
    Object value = clause.value();
    String text = String.valueOf(value);
    return switch (clause.kind()) {
      case CHANNEL ->
          clause.isWhole()
              ? condition("j.channel = ?", text)
              : condition("(j.channel = ? OR starts_with(j.channel, ?))", text, text + ".");
      case WITHIN -> within((List<?>) value);
      case FUNCTION ->
          clause.isWhole() ? condition(FUNCTION, text) : condition(FUNCTIONS, part(text));
      case NODE ->
          condition(
              "c.node_id = ANY (ARRAY(SELECT n.id FROM queue_job.node n"
                  + " WHERE n.name = ? OR n.name || '#' || n.id = ?))",
              text,
              text);
      case PRIORITY -> condition("j.priority " + clause.operator() + " ?::integer", value);
      case USER -> condition("j.caller ILIKE ?", whole(text));
      case ERROR ->
          condition("(j.error_class ILIKE ? OR j.error_message ILIKE ?)", part(text), part(text));
      case FINGERPRINT ->
          condition("queue_job.error_fingerprint(j.error_class, j.error_message) = ?", text);
      case KEY -> condition("j.identity_key = ?", text);
      case CREATED -> condition("j.created " + clause.operator() + " ?::timestamptz", value);
      case ARGUMENT -> argument(clause.path(), text);
      case TEXT -> text(text, clause.isWhole() ? anywhere(literal(text)) : part(text));
      case ID -> condition("j.id = ?::bigint", value);
      case UUID -> condition("j.uuid = ?::uuid", value);
      case GRAPH -> condition("j.graph = ?::uuid", value);
    };
  }

  /** The states as the view tells them; for few rows. */
  static Condition inStates(List<String> states) {
    return condition(
        "EXISTS (SELECT FROM queue_job.job_state s WHERE s.id = j.id AND s.state = ANY (?::text[]))",
        states);
  }

  private static Condition text(String text, String pattern) {
    // letters of ASCII alone are folded several times as fast
    String like = (ASCII.matcher(text).matches() ? " COLLATE \"C\"" : "") + " ILIKE ?";
    String found = "(j.description" + like + " OR j.channel" + like + " OR " + FUNCTIONS;
    return text.matches("\\d{1,18}")
        ? condition(found + " OR j.id = ?::bigint)", pattern, pattern, pattern, Long.valueOf(text))
        : condition(found + ")", pattern, pattern, pattern);
  }

  private static Condition within(List<?> channels) {
    return condition(
        Within.sql("j.channel"), Within.tops(channels.stream().map(String::valueOf).toList()));
  }

  /** Most rows do not even hold the text: it is looked for before the JSON is read. */
  private static Condition argument(List<String> path, String value) {
    Object[] names = path.toArray(String[]::new);
    String found = "queue_job.argument(j.arguments, ?::text[])";
    if (value.contains("*")) {
      return condition(found + " ILIKE ?", names, whole(value));
    }
    return LITERAL.matcher(value).matches()
        ? condition("j.arguments LIKE ? AND " + found + " = ?", part(value), names, value)
        : condition(found + " = ?", names, value);
  }

  private static Condition condition(String text, Object... parameters) {
    return new Condition(text, Arrays.asList(parameters));
  }

  /** Anywhere; a star stands for anything, the database's own wildcards for themselves. */
  private static String part(String text) {
    return anywhere(whole(text));
  }

  private static String anywhere(String pattern) {
    return "%" + pattern + "%";
  }

  private static String whole(String text) {
    return literal(text).replace('*', '%');
  }

  private static String literal(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }

  /** Both, the other one after this. */
  static Condition all(Stream<Condition> conditions) {
    List<Condition> list = conditions.toList();
    return new Condition(
        String.join("", list.stream().map(one -> "\nAND " + one.text()).toList()),
        list.stream().flatMap(one -> one.parameters().stream()).toList());
  }
}
