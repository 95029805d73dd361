package io.queuejob.internal.capture.attribute;

import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.spi.JobAttributesProvider;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all providers together say of a call, the one of the greatest order last (S-DL-09). */
public final class CallAttributes {
  /** Longest text of a job's attributes together, in characters. */
  static final int LONGEST = 8_192;

  /** Of calls without providers. */
  public static final CallAttributes NONE = new CallAttributes(List.of());

  private final List<JobAttributesProvider> providers;

  public CallAttributes(Collection<JobAttributesProvider> providers) {
    this.providers =
        providers.stream()
            .sorted(
                Comparator.comparingInt(JobAttributesProvider::order)
                    .thenComparing(provider -> provider.getClass().getName()))
            .toList();
  }

  /**
   * As JSON object; null for none.
   *
   * @throws CaptureException QJ1500 if they are too long
   */
  public String of(Class<?> bean, Method method, Object[] arguments) {
    if (providers.isEmpty()) {
      return null;
    }
    Map<String, String> all = new TreeMap<>();
    for (JobAttributesProvider provider : providers) {
      Map<String, String> some = provider.attributes(bean, method, arguments.clone());
      if (some != null) {
        all.putAll(some);
      }
    }
    all.values().removeIf(text -> text == null);
    String json = ArgumentCodec.encodeContext(all);
    if (json != null && json.length() > LONGEST) {
      throw new CaptureException(
          "QJ1500",
          "attributes of a call of "
              + bean.getName()
              + "."
              + method.getName()
              + ": expected at most "
              + LONGEST
              + " characters as JSON, found "
              + json.length()
              + "; keep keys, and look up the rest");
    }
    return json;
  }
}
