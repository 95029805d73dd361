package io.queuejob.example.orderdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S-AD-07: chunks end with whole records, and say their lines with the header counted. */
class ChunksTest {

  private static String file(String... references) {
    return OrderFile.HEADER
        + "\n"
        + java.util.Arrays.stream(references)
            .map(reference -> reference + ",Ann,A-1,2\n")
            .collect(Collectors.joining());
  }

  private static List<String> lines(String file, int rows) {
    return Chunks.of(file, rows).stream().map(Chunks.Chunk::lines).toList();
  }

  @Test
  void a_chunk_ends_with_the_first_order_that_fills_it() {
    String[] twelve = IntStream.range(0, 12).mapToObj(i -> "R-" + i / 4).toArray(String[]::new);
    assertThat(lines(file(twelve), 5)).containsExactly("lines 2 to 9", "lines 10 to 13");
    assertThat(lines(file(twelve), 4))
        .containsExactly("lines 2 to 5", "lines 6 to 9", "lines 10 to 13");
    assertThat(lines(file(twelve), 100)).containsExactly("lines 2 to 13");
  }

  @Test
  void an_order_whose_rows_lie_apart_is_not_cut() {
    assertThat(lines(file("a", "b", "a", "c", "d"), 1))
        .containsExactly("lines 2 to 4", "lines 5 to 5", "lines 6 to 6");
  }

  @Test
  void a_file_without_orders_has_no_chunks_and_one_without_a_header_is_refused() {
    assertThat(Chunks.of(file(), 10)).isEmpty();
    assertThatThrownBy(() -> Chunks.of("a,b\n", 10)).isInstanceOf(Rejection.class);
  }

  @Test
  void the_chunks_of_a_file_hold_what_the_file_holds_with_its_line_numbers() {
    String text =
        "\uFEFF"
            + OrderFileGenerator.generate(300, 5)
            + "X-1,\"two\nlines\",A-1,3\r\nX-2,Bob,A-1,none\n\nX-3,\"open,A-1,1\n";
    OrderFile whole = OrderFile.read(text);
    List<FileOrder> orders = new ArrayList<>();
    List<RejectedLine> rejected = new ArrayList<>();
    List<Chunks.Chunk> chunks = Chunks.of(text, 50);
    assertThat(chunks).hasSizeGreaterThan(10);
    for (Chunks.Chunk chunk : chunks) {
      OrderFile part = OrderFile.part(chunk.text(), chunk.firstLine());
      orders.addAll(part.orders());
      rejected.addAll(part.rejected());
    }
    assertThat(orders).isEqualTo(whole.orders());
    assertThat(rejected).isEqualTo(whole.rejected()).hasSize(2);
  }
}
