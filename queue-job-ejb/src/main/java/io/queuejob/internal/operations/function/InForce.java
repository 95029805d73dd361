package io.queuejob.internal.operations.function;

import io.queuejob.admin.function.OptionInForce;
import io.queuejob.admin.function.OptionInForce.Source;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.storage.function.StoredFunction;
import java.util.Arrays;
import java.util.List;

/** Works out what counts of all that is said of a function (S-JF-03). */
final class InForce {
  private InForce() {}

  static List<OptionInForce> of(StoredFunction.Said said) {
    return Arrays.stream(FunctionOption.values()).map(option -> of(option, said)).toList();
  }

  private static OptionInForce of(FunctionOption option, StoredFunction.Said said) {
    String people = said.people().get(option.key());
    String server = said.server().get(option.key());
    String declared = said.declared().get(option.key());
    String standard = standard(option);
    String problem = people == null ? null : option.problem(people);
    Source source =
        problem == null ? source(people, server, declared) : passedOver(option, declared);
    String counts =
        switch (source) {
          case PEOPLE -> people;
          case SERVER -> server;
          case DECLARED -> declared;
          case STANDARD -> standard;
        };
    return new OptionInForce(
        option.key(),
        option.accepts(),
        option.meaning(),
        people,
        server,
        declared,
        standard,
        counts,
        source,
        problem);
  }

  private static Source source(String people, String server, String declared) {
    if (people != null) {
      return Source.PEOPLE;
    }
    if (server != null) {
      return Source.SERVER;
    }
    return declared != null ? Source.DECLARED : Source.STANDARD;
  }

  /** What counts in place of a text of people that cannot be used, as the engine has it. */
  private static Source passedOver(FunctionOption option, String declared) {
    return switch (option) {
      case RETRY_PATTERN -> Source.STANDARD;
      case CHANNEL, PRIORITY, MAX_RETRIES, TIMEOUT ->
          declared != null ? Source.DECLARED : Source.STANDARD;
      case RELATED_ACTION_ENABLE, RELATED_ACTION_FUNC_NAME, RELATED_ACTION_KWARGS -> Source.PEOPLE;
    };
  }

  private static String standard(FunctionOption option) {
    return switch (option) {
      case CHANNEL -> ChannelPath.ROOT.text();
      case PRIORITY -> "10";
      case MAX_RETRIES -> "5";
      case TIMEOUT -> "0";
      case RELATED_ACTION_ENABLE -> "true";
      case RETRY_PATTERN, RELATED_ACTION_FUNC_NAME, RELATED_ACTION_KWARGS -> "";
    };
  }
}
