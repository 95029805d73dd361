package io.queuejob.internal.codec.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.call.Secret;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretPathsTest {
  record Card(String owner, @Secret String pin) {}

  record Box<T>(T content) {}

  record Node(@Secret String word, List<Node> below) {}

  public static class Login {
    @Secret
    @JsonbProperty("pass/word")
    private String password;

    public String name;

    public String getPassword() {
      return password;
    }
  }

  public static class Account extends Login {
    public int number;
  }

  interface Named {
    void fromInterface(@Secret String token);
  }

  @SuppressWarnings("unused")
  static class Calls implements Named {
    void plain(String a, List<Integer> b, Map<String, String> c) {}

    void parameter(String a, @Secret String b) {}

    void component(Card card) {}

    void held(List<Card> list, Map<String, Card> map, Card[] array, Optional<Card> one) {}

    void generic(Box<Card> box, Box<List<? extends Card>> more) {}

    void field(Account account) {}

    void recursive(Node tree) {}

    @Override
    public void fromInterface(String token) {}
  }

  private static List<String> paths(String name) {
    Method method =
        Arrays.stream(Calls.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return SecretPaths.of(method);
  }

  @Test
  void what_is_not_declared_is_not_secret() {
    assertThat(paths("plain")).isEmpty();
  }

  @Test
  void parameters_are_secret_as_a_whole() {
    assertThat(paths("parameter")).containsExactly("/1");
    assertThat(paths("fromInterface")).containsExactly("/0");
  }

  @Test
  void members_are_found_wherever_they_are_held() {
    assertThat(paths("component")).containsExactly("/0/pin");
    assertThat(paths("held")).containsExactly("/0/*/pin", "/1/*/pin", "/2/*/pin", "/3/pin");
    assertThat(paths("generic")).containsExactly("/0/content/pin", "/1/content/*/pin");
  }

  @Test
  void fields_have_their_name_in_json_and_are_inherited() {
    assertThat(paths("field")).containsExactly("/0/pass~1word");
  }

  @Test
  void a_type_that_holds_itself_has_them_at_any_depth() {
    assertThat(paths("recursive")).containsExactly("/0/**/word");
  }
}
