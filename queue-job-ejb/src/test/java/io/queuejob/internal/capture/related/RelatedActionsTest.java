package io.queuejob.internal.capture.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import io.queuejob.api.related.Related;
import io.queuejob.api.related.RelatedAction;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** S-UI-14, S-JF-05: what a call is about, by default, by a method, or not at all. */
class RelatedActionsTest {
  private static final String NOTHING = "{\"v\":1,\"args\":[7]}";
  private static final String ORDER =
      "{\"v\":1,\"args\":[1,{\"@entity\":\"shop.Order\",\"id\":7},"
          + "{\"@entity\":\"shop.Person\",\"id\":\"a b\"}]}";
  private static final String ORDERS =
      "{\"v\":1,\"args\":[[{\"@entity\":\"shop.Order\",\"id\":7},"
          + "{\"@entity\":\"shop.Order\",\"id\":8}]]}";

  private final BeanCatalog beans = new BeanCatalog();
  private RelatedSettings configured = RelatedSettings.NONE;

  /** A bean of the application. */
  public static class Orders {
    public void plain(long order) {}

    @RelatedAction(method = "link")
    public void own(long order) {}

    @RelatedAction(bean = Links.class, method = "named")
    public void elsewhere(long order) {}

    @RelatedAction(enable = false)
    public void off(long order) {}

    @RelatedAction(method = "broken")
    public void fails(long order) {}

    @RelatedAction(method = "absent")
    public void wrong(long order) {}

    public URI link(long order) {
      return URI.create("https://shop/" + order);
    }

    public String broken(long order) {
      throw new IllegalStateException("no link");
    }
  }

  /** A business interface. */
  public interface Printing {
    void print(long order);
  }

  /** A bean that others see as its interface alone. */
  public static class Printer implements Printing {
    @Override
    @RelatedAction(enable = false)
    public void print(long order) {}
  }

  /** Another one. */
  public static class Links {
    public Related named(long order, Map<String, Object> named) {
      return order < 0 ? null : new Related("No. " + order, "/orders" + named.get("suffix"));
    }

    public String text(long order) {
      return "javascript:alert(" + order + ")";
    }
  }

  private RegisteredBean bean(Object object) {
    RegisteredBean bean =
        new RegisteredBean(
            object.getClass().getName(),
            object.getClass(),
            Set.of(object.getClass()),
            view -> DelayedFunction.of(object));
    beans.register(bean);
    return bean;
  }

  private String about(String method, String payload, Object... arguments) {
    RegisteredBean orders = bean(new Orders());
    bean(new Links());
    DelayedFunction function =
        Arrays.stream(Orders.class.getMethods())
            .filter(m -> m.getName().equals(method))
            .findFirst()
            .flatMap(orders::function)
            .orElseThrow();
    Map<String, String> templates =
        Map.of("Order", "https://shop/o/{id}", "shop.Person", "https://shop/p?{id}");
    return new RelatedActions(
            beans, type -> Optional.ofNullable(templates.get(type)), name -> configured)
        .of(orders, function, arguments, payload);
  }

  @Test
  void by_default_the_first_argument_that_is_an_entity() {
    assertThat(about("plain", NOTHING, 7L)).isNull();
    assertThat(about("plain", ORDER, 7L))
        .isEqualTo("[{\"label\":\"Order 7\",\"url\":\"https://shop/o/7\"}]");
  }

  @Test
  void by_default_each_entity_of_a_list() {
    assertThat(about("plain", ORDERS, 7L))
        .contains(
            "{\"label\":\"Order 7\",", "{\"label\":\"Order 8\",\"url\":\"https://shop/o/8\"}");
  }

  @Test
  void ids_are_encoded_and_types_without_a_template_have_no_link() {
    String person = "{\"v\":1,\"args\":[{\"@entity\":\"shop.Person\",\"id\":\"a&b c\"}]}";
    assertThat(about("plain", person, 7L))
        .isEqualTo("[{\"label\":\"Person a&b c\",\"url\":\"https://shop/p?a%26b%20c\"}]");
    assertThat(about("plain", person.replace("Person", "Pet"), 7L))
        .isEqualTo("[{\"label\":\"Pet a&b c\"}]");
  }

  @Test
  void a_method_of_the_bean_or_of_another_one_answers() {
    assertThat(about("own", NOTHING, 7L))
        .isEqualTo("[{\"label\":\"https://shop/7\",\"url\":\"https://shop/7\"}]");
    assertThat(about("elsewhere", NOTHING, 7L)).contains("\"No. 7\"", "\"/ordersnull\"");
    assertThat(about("elsewhere", NOTHING, -7L)).isNull();
  }

  @Test
  void it_can_be_switched_off_by_declaration_and_by_configuration() {
    assertThat(about("off", ORDER, 7L)).isNull();
    configured = RelatedSettings.OFF;
    assertThat(about("plain", ORDER, 7L)).isNull();
  }

  @Test
  void the_declaration_of_the_class_counts_for_a_call_through_its_interface() throws Exception {
    RegisteredBean printer =
        new RegisteredBean(
            "printer",
            Printer.class,
            Set.of(Printing.class),
            v -> DelayedFunction.of(new Printer()));
    DelayedFunction function =
        printer.function(Printing.class.getMethod("print", long.class)).orElseThrow();
    RelatedActions actions =
        new RelatedActions(beans, type -> Optional.empty(), name -> RelatedSettings.NONE);
    assertThat(actions.of(printer, function, new Object[] {7L}, ORDER)).isNull();
  }

  /** S-JF-05 */
  @Test
  void the_configuration_names_a_method_and_its_arguments() {
    configured = new RelatedSettings(null, Links.class.getName() + ".named", "{\"suffix\":\"/x\"}");
    assertThat(about("plain", NOTHING, 7L)).contains("\"url\":\"/orders/x\"");
    configured = new RelatedSettings("true", "link", null);
    assertThat(about("plain", NOTHING, 7L)).contains("https://shop/7");
  }

  @Test
  void an_answer_that_a_browser_would_run_is_no_link() {
    configured = new RelatedSettings("true", Links.class.getName() + ".text", "{}");
    assertThat(about("plain", NOTHING, 7L)).isEqualTo("[{\"label\":\"javascript:alert(7)\"}]");
  }

  @Test
  void a_method_that_fails_leaves_the_job_without_a_link() {
    assertThat(about("fails", ORDER, 7L)).isNull();
  }

  @Test
  void a_method_that_does_not_exist_refuses_the_call() {
    assertThatThrownBy(() -> about("wrong", ORDER, 7L))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1401 Orders.wrong: expected ")
        .hasMessageContaining("absent(long)");
  }
}
