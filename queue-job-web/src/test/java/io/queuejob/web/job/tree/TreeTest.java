package io.queuejob.web.job.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.web.job.tree.TreeNode.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
  @Test
  void numbers_stay_exactly_as_stored() {
    TreeNode list = tree("[12345678901234567890123456789, 1.10, 1e400, -0]");
    assertThat(list.children().stream().map(TreeNode::text))
        .containsExactly("12345678901234567890123456789", "1.10", "1e400", "-0");
  }

  @Test
  void arguments_have_names_and_types_where_they_are_known() {
    String call = "{\"v\":1,\"args\":[7,{\"a\":null},\"x\"]}";
    List<TreeNode> known = CallTree.of(call, "Mails.send(long,Map,String)", List.of("id", "more"));
    assertThat(known.stream().map(node -> node.name() + " " + node.type()))
        .containsExactly("id long", "more Map", "arg2 String");
    assertThat(known.get(1).children().get(0).text()).isEqualTo("null");
  }

  @Test
  void a_reference_of_an_entity_reads_as_what_it_is() {
    TreeNode order = tree("{\"@entity\":\"shop.order.Order\",\"id\":7}");
    assertThat(order.kind()).isEqualTo(Kind.ENTITY);
    assertThat(order.text()).isEqualTo("Order 7");
    assertThat(order.type()).isEqualTo("shop.order.Order");
    assertThat(order.isFoldable()).isFalse();
  }

  @Test
  void what_is_no_json_is_shown_as_the_text_that_it_is() {
    assertThat(tree("set done by <b>ann</b>").text()).isEqualTo("set done by <b>ann</b>");
    assertThat(tree("[1] 2").kind()).isEqualTo(Kind.NOTE);
    assertThat(tree("[[[" + "[".repeat(2000)).kind()).isEqualTo(Kind.NOTE);
    assertThat(TreeReader.read(null)).isEmpty();
    assertThat(CallTree.of("damaged", "f()", List.of())).hasSize(1);
  }

  @Test
  void what_is_too_much_is_counted() {
    TreeNode list = tree("[" + String.join(",", Collections.nCopies(5000, "1")) + "]");
    TreeNode last = list.children().get(list.children().size() - 1);
    assertThat(last.kind()).isEqualTo(Kind.NOTE);
    assertThat(last.text()).isEqualTo("+ " + (5000 - list.children().size() + 1));
  }

  @Test
  void hidden_characters_are_shown_by_signs() {
    assertThat(tree("[\"a\\u202eb\\u0007\"]").children().get(0).text()).isEqualTo("a\ufffdb\u2407");
  }

  @Test
  void types_stand_between_the_last_brackets() {
    assertThat(CallTree.types("a.B.c(long,int[])")).containsExactly("long", "int[]");
    assertThat(CallTree.types("a.B.c()")).isEmpty();
    assertThat(CallTree.types("a.B.c")).isEmpty();
  }

  private static TreeNode tree(String json) {
    return TreeReader.read(json).orElseThrow();
  }
}
