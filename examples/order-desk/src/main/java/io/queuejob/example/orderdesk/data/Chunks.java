package io.queuejob.example.orderdesk.data;

import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts an order file into chunks of rows, never through an order. */
public final class Chunks {

  private Chunks() {}

  /**
   * Some rows of a file.
   *
   * @param firstLine number of their first line, the header being line 1
   * @param lastLine number of the line on which the last of them begins
   * @param text they, without header
   */
  public record Chunk(int firstLine, int lastLine, String text) {
    /** Which lines, for people. */
    public String lines() {
      return "lines " + firstLine + " to " + lastLine;
    }
  }

  /**
   * Chunks of a file, in its order: each ends with the first order that fills it.
   *
   * @param file an order file
   * @param rows least rows of a chunk, 1 or more; the last may have fewer
   * @throws Rejection if the file does not begin with the header
   */
  public static List<Chunk> of(String file, int rows) {
    String text = OrderFile.withoutMark(file);
    List<CsvReader.Placed> body = OrderFile.body(text);
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < body.size(); i++) {
      last.put(reference(body.get(i)), i);
    }
    List<Chunk> chunks = new ArrayList<>();
    int begin = 0;
    int open = 0;
    for (int i = 0; i < body.size(); i++) {
      open = Math.max(open, last.get(reference(body.get(i))));
      boolean whole = open == i;
      if (i == body.size() - 1 || (whole && i - begin + 1 >= rows)) {
        int end = i == body.size() - 1 ? text.length() : body.get(i + 1).at();
        chunks.add(
            new Chunk(
                body.get(begin).row().line(),
                body.get(i).row().line(),
                text.substring(body.get(begin).at(), end)));
        begin = i + 1;
      }
    }
    return chunks;
  }

  /** Rows without a reference are orders of their own, as far as cutting goes. */
  private static String reference(CsvReader.Placed placed) {
    List<String> fields = placed.row().fields();
    String reference = fields.isEmpty() ? "" : fields.get(0).strip();
    return reference.isEmpty() ? "line " + placed.row().line() : "order " + reference;
  }
}
