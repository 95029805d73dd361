package io.queuejob.internal.capture.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import io.queuejob.spi.JobAttributesProvider;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-DL-09: columns that the application gives its jobs. */
class AttributesTest {
  private static final Object[] ARGUMENTS = {7L, "small"};

  private record Fixed(int order, Map<String, String> all) implements JobAttributesProvider {
    @Override
    public Map<String, String> attributes(Class<?> bean, Method method, Object[] arguments) {
      return all;
    }
  }

  private static String of(JobAttributesProvider... providers) throws NoSuchMethodException {
    Method method = Thumbnails.class.getMethod("generate", long.class, String.class);
    return new CallAttributes(List.of(providers)).of(Thumbnails.class, method, ARGUMENTS);
  }

  @Test
  void the_provider_of_the_greatest_order_wins_and_the_rest_is_merged() throws Exception {
    assertThat(
            of(
                new Fixed(5, Map.of("tenant", "special")),
                new Fixed(0, Map.of("tenant", "general", "region", "eu"))))
        .isEqualTo("{\"region\":\"eu\",\"tenant\":\"special\"}");
  }

  @Test
  void what_is_null_is_left_out_and_nothing_is_null() throws Exception {
    Map<String, String> withNull = new HashMap<>();
    withNull.put("a", null);
    assertThat(of(new Fixed(0, withNull), new Fixed(1, null))).isNull();
    assertThat(of()).isNull();
  }

  @Test
  void too_much_is_refused_at_the_call() {
    assertThatThrownBy(() -> of(new Fixed(0, Map.of("a", "x".repeat(9_000)))))
        .isInstanceOf(CaptureException.class)
        .hasMessageContainingAll("QJ1500", "Thumbnails.generate", "8192");
  }

  @Test
  void providers_see_the_arguments() throws Exception {
    JobAttributesProvider size = (bean, method, arguments) -> Map.of("size", "" + arguments[1]);
    assertThat(of(size)).isEqualTo("{\"size\":\"small\"}");
  }

  private static final class Thumbnails {
    public void generate(long picture, String size) {}
  }
}
