package io.queuejob.example.orderdesk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

  @Test
  void plain_values_are_split_at_commas() {
    assertThat(CsvReader.read("a,b,c\nd,,f\n"))
        .containsExactly(row(1, "a", "b", "c"), row(2, "d", "", "f"));
  }

  @Test
  void last_line_needs_no_line_end() {
    assertThat(CsvReader.read("a,b\nc,")).containsExactly(row(1, "a", "b"), row(2, "c", ""));
  }

  @Test
  void quoted_values_may_hold_commas_quotes_and_line_ends() {
    assertThat(CsvReader.read("\"a,1\",\"say \"\"hi\"\"\"\n\"two\nlines\",x\nlast,y"))
        .containsExactly(
            row(1, "a,1", "say \"hi\""), row(2, "two\nlines", "x"), row(4, "last", "y"));
  }

  @Test
  void all_line_ends_count_and_empty_lines_do_not() {
    assertThat(CsvReader.read("a\r\n\r\nb\n\nc\rd"))
        .containsExactly(row(1, "a"), row(3, "b"), row(5, "c"), row(6, "d"));
  }

  @Test
  void empty_text_has_no_rows() {
    assertThat(CsvReader.read("")).isEmpty();
  }

  @Test
  void quote_inside_a_plain_value_spoils_only_its_line() {
    List<CsvRow> rows = CsvReader.read("a,b\"c\nd,e");
    assertThat(rows.get(0).problem()).startsWith("a quote inside a value");
    assertThat(rows.get(1)).isEqualTo(row(2, "d", "e"));
  }

  @Test
  void text_after_a_closing_quote_spoils_only_its_line() {
    List<CsvRow> rows = CsvReader.read("\"a\"b,c\nd,e");
    assertThat(rows.get(0).problem()).startsWith("text after a closing quote");
    assertThat(rows.get(1)).isEqualTo(row(2, "d", "e"));
  }

  @Test
  void quote_that_is_never_closed_spoils_only_its_line() {
    List<CsvRow> rows = CsvReader.read("a,\"b\nc,d\ne,f");
    assertThat(rows.get(0).problem()).isEqualTo("a value whose quotes are not closed");
    assertThat(rows.subList(1, 3)).containsExactly(row(2, "c", "d"), row(3, "e", "f"));
  }

  @Test
  void what_is_written_is_read_back() {
    CsvWriter writer = new CsvWriter();
    String[] values = {
      "", "plain", "a,b", "\"q\"", "line\nend", "cr\rlf\n", " space ", "李 ليلى", "\""
    };
    writer.row(values);
    writer.row("next");
    List<CsvRow> rows = CsvReader.read(writer.toString());
    assertThat(rows.get(0).fields()).containsExactly(values);
    assertThat(rows.get(1).fields()).containsExactly("next");
  }

  private static CsvRow row(int line, String... fields) {
    return new CsvRow(line, List.of(fields), null);
  }
}
