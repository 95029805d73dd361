package io.queuejob.internal.codec.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.call.Secret;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

  interface Sealed {
    @Secret
    String getSeal();
  }

  public static class Letter implements Sealed {
    private String mark = "x";

    @Override
    public String getSeal() {
      return mark;
    }

    @Secret
    public String getMark() {
      return mark;
    }
  }

  public static class Message<T> {
    public T content;
  }

  public static class CardMessage extends Message<List<Card>> {}

  public static class Cards extends ArrayList<Card> {}

  public static class ByName<K> extends TreeMap<String, Message<K>> {}

  interface Order {
    Card getCard();

    @JsonbProperty("all/cards")
    List<Card> getCards();

    @JsonbTransient
    Card getHidden();

    int getNumber();
  }

  record Plain(int a) {}

  record Twice(Plain first, Card card, Plain second, Card other) {}

  public static class InOneText implements JsonbAdapter<Sealing, String> {
    @Override
    public String adaptToJson(Sealing sealing) {
      return sealing.seal;
    }

    @Override
    public Sealing adaptFromJson(String seal) {
      return new Sealing();
    }
  }

  @JsonbTypeAdapter(InOneText.class)
  public static class Sealing {
    @Secret public String seal;
  }

  record Nested(Sealing wax, List<Nested> more) {}

  interface Tree {
    Card getCard();

    Tree getLeft();
  }

  interface Named {
    void fromInterface(@Secret String token);

    @Secret
    String named();
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

    void getter(Letter letter) {}

    void inherited(CardMessage message) {}

    void collections(Cards cards, ByName<Card> byName, List<Cards> many) {}

    void twice(Twice twice, Plain plain) {}

    void adapted(Sealing sealing, Nested nested) {}

    void gotten(Order order, Tree tree) {}

    @Override
    public void fromInterface(String token) {}

    @Override
    public String named() {
      return "a";
    }

    @Secret
    int whole(int a) {
      return a;
    }

    List<Card> cards(@Secret String a) {
      return List.of();
    }

    void modelled(Model model) {}

    void wooded(Wood wood) {}

    Node tree() {
      return null;
    }
  }

  public static class Forest extends ArrayList<Forest> {
    private static final long serialVersionUID = 1L;
  }

  record Wood(@Secret String place, Forest trees, Map<String, Forest> others) {}

  /** Every part holds every other: 14! places. */
  public static class Model {
    public Part0 part0;
    public Part1 part1;
    public Part2 part2;
    public Part3 part3;
    public Part4 part4;
    public Part5 part5;
    public Part6 part6;
    public Part7 part7;
    public Part8 part8;
    public Part9 part9;
    public Part10 part10;
    public Part11 part11;
    public Part12 part12;
    public Part13 part13;
  }

  public static class Part0 extends Model {}

  public static class Part1 extends Model {}

  public static class Part2 extends Model {}

  public static class Part3 extends Model {}

  public static class Part4 extends Model {}

  public static class Part5 extends Model {}

  public static class Part6 extends Model {}

  public static class Part7 extends Model {}

  public static class Part8 extends Model {}

  public static class Part9 extends Model {}

  public static class Part10 extends Model {}

  public static class Part11 extends Model {}

  public static class Part12 extends Model {}

  public static class Part13 extends Model {
    @Secret public String key;
  }

  private static Method method(String name) {
    return Arrays.stream(Calls.class.getDeclaredMethods())
        .filter(m -> m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> paths(String name) {
    return SecretPaths.of(method(name));
  }

  private static List<String> ofResult(String name) {
    return SecretPaths.ofResult(method(name));
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
  void getters_are_found_on_the_class_and_on_what_it_implements() {
    assertThat(paths("getter")).containsExactly("/0/mark", "/0/seal");
  }

  @Test
  void what_is_written_by_an_adapter_is_secret_as_a_whole_in_a_type_that_holds_itself_too() {
    assertThat(paths("adapted")).containsExactly("/0", "/0/seal", "/1/**/seal", "/1/**/wax");
  }

  @Test
  void each_place_of_a_type_has_its_secrets() {
    assertThat(paths("twice")).containsExactly("/0/card/pin", "/0/other/pin");
  }

  @Test
  void what_a_type_inherits_is_bound_by_it() {
    assertThat(paths("inherited")).containsExactly("/0/content/*/pin");
    assertThat(paths("collections")).containsExactly("/0/*/pin", "/1/*/content/pin", "/2/*/*/pin");
  }

  @Test
  void what_only_getters_tell_of_holds_secrets_too() {
    assertThat(paths("gotten")).containsExactly("/0/all~1cards/*/pin", "/0/card/pin", "/1/**/pin");
  }

  @Test
  void a_result_is_secret_as_a_whole_or_has_secret_members() {
    assertThat(ofResult("plain")).isEmpty();
    assertThat(ofResult("whole")).containsExactly("");
    assertThat(ofResult("named")).containsExactly("");
    assertThat(ofResult("cards")).containsExactly("/*/pin");
    assertThat(ofResult("tree")).containsExactly("/**/word");
    assertThat(paths("whole")).isEmpty();
    assertThat(paths("cards")).containsExactly("/0");
  }

  @Test
  void a_type_that_holds_itself_has_them_at_any_depth() {
    assertThat(paths("recursive")).containsExactly("/0/**/word");
  }

  @Test
  @Timeout(20)
  void types_that_hold_one_another_in_many_ways_are_walked_once_each() {
    assertThat(paths("modelled")).containsExactly("/0/**/key");
  }

  @Test
  void a_list_that_holds_itself_ends() {
    assertThat(paths("wooded")).containsExactly("/0/**/place");
  }
}
