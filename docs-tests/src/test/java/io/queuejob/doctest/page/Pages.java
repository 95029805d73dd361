package io.queuejob.doctest.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the checkout. */
public final class Pages {
  private static final Pattern FENCE = Pattern.compile("( *)```(\\w*)(?: .*)?");
  private static final Pattern FILE =
      Pattern.compile("`([\\w./-]+\\.(?:java|xml|txt|properties))`:");
  private static final Path ROOT = root();

  private Pages() {}

  /** The folder of the parent POM. */
  public static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("CONTRIBUTING.md"))) {
        return at;
      }
    }
    throw new IllegalStateException(
        "expected CONTRIBUTING.md in or above " + Path.of("").toAbsolutePath());
  }

  /** All blocks of all pages that are written in a language. */
  public static List<Block> blocks(String language) {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .map(path -> ROOT.relativize(path).toString())
          .filter(path -> path.endsWith(".md"))
          .sorted()
          .flatMap(page -> blocksOf(page).stream())
          .filter(block -> block.language().equals(language))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks of one page, in their order. */
  public static List<Block> blocksOf(String page) {
    List<String> lines = text(page).lines().toList();
    List<Block> blocks = new ArrayList<>();
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        int end = endOf(page, lines, i, fence.group(1));
        Matcher file = FILE.matcher(before);
        blocks.add(
            new Block(
                page,
                i + 1,
                fence.group(2),
                file.matches() ? file.group(1) : null,
                content(lines.subList(i + 1, end), fence.group(1).length())));
        before = "";
        i = end;
      } else if (!lines.get(i).isBlank()) {
        boolean begins = i == 0 || lines.get(i - 1).isBlank();
        before = (begins ? "" : before + " ") + lines.get(i).strip();
      }
    }
    return blocks;
  }

  private static int endOf(String page, List<String> lines, int begin, String indentation) {
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).equals(indentation + "```")) {
        return i;
      }
    }
    throw new IllegalStateException(
        page + ":" + (begin + 1) + ": expected an end of the block, found none");
  }

  private static String content(List<String> lines, int indentation) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line.length() < indentation ? line : line.substring(indentation)).append('\n');
    }
    return text.toString();
  }

  /** A page, with plain line ends. */
  public static String text(String page) {
    try {
      return Files.readString(ROOT.resolve(page)).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
