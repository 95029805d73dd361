package io.queuejob.example.orderdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderRules;
import io.queuejob.example.orderdesk.stock.Catalogue;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderFileGeneratorTest {
  private final OrderFile file = OrderFile.read(OrderFileGenerator.generate());

  @Test
  void committed_file_is_what_the_generator_makes() throws IOException {
    assertThat(Files.readString(OrderFileGenerator.FILE))
        .as("run the main method of OrderFileGenerator after a change")
        .isEqualTo(OrderFileGenerator.generate());
  }

  @Test
  void every_order_can_be_placed() {
    Set<String> skus =
        Catalogue.ARTICLES.stream().map(Catalogue.Article::sku).collect(Collectors.toSet());
    assertThat(file.rejected()).isEmpty();
    assertThat(file.orders()).hasSize(1_000);
    file.orders().forEach(order -> OrderRules.check(order.draft(), skus::contains));
  }

  @Test
  void orders_have_one_to_twelve_lines() {
    List<Integer> sizes = file.orders().stream().map(o -> o.draft().lines().size()).toList();
    assertThat(sizes).contains(1, 2, 6, 11, 12).allMatch(size -> size >= 1 && size <= 12);
  }

  @Test
  void scarce_articles_run_out_and_others_do_not() {
    for (Catalogue.Article article : Catalogue.ARTICLES) {
      long wanted = wanted(article.sku());
      if (Catalogue.SCARCE.containsKey(article.sku())) {
        assertThat(wanted).as(article.sku()).isGreaterThan(article.initial());
      } else {
        assertThat(wanted).as(article.sku()).isPositive().isLessThan(article.initial() / 10);
      }
    }
  }

  private long wanted(String sku) {
    return file.orders().stream()
        .flatMap(order -> order.draft().lines().stream())
        .filter(line -> line.sku().equals(sku))
        .mapToLong(DraftLine::quantity)
        .sum();
  }

  @Test
  void customers_write_in_many_scripts() {
    Set<UnicodeScript> scripts =
        file.orders().stream()
            .flatMapToInt(order -> order.draft().customer().codePoints())
            .mapToObj(UnicodeScript::of)
            .collect(Collectors.toSet());
    assertThat(scripts)
        .contains(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.HAN,
            UnicodeScript.KATAKANA,
            UnicodeScript.HIRAGANA,
            UnicodeScript.HANGUL,
            UnicodeScript.DEVANAGARI);
  }

  @Test
  void some_names_need_quoting() {
    assertThat(file.orders())
        .extracting(order -> order.draft().customer())
        .contains("Baker, Meyer & Sons", "\"The Quill\" Stationers, Ltd.")
        .anyMatch(name -> name.contains("Łukasz"));
  }
}
