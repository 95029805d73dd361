package io.queuejob.doctest.snippet;

import io.queuejob.doctest.page.Block;
import io.queuejob.doctest.page.Pages;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a block of a page into a source file. */
final class Snippet {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(public |final |abstract )*@?(class|interface|record|enum) ");
  private static final Pattern FIELD = Pattern.compile("@\\w+[^;{]*;");
  private static final String AROUND = "io.queuejob.doctest.around.";

  /** What a reader's editor finds; in a page's own words where it matters. */
  private static final List<String> KNOWN =
      List.of(
          "io.queuejob.api",
          "io.queuejob.api.call",
          "io.queuejob.api.error",
          "io.queuejob.api.inline",
          "io.queuejob.api.related",
          "io.queuejob.api.run",
          "io.queuejob.spi",
          "io.queuejob.testing",
          "io.queuejob.web.rest",
          "io.queuejob.web.rest.openapi",
          "jakarta.annotation.sql",
          "jakarta.ejb",
          "jakarta.enterprise.context",
          "jakarta.enterprise.event",
          "jakarta.enterprise.inject",
          "jakarta.inject",
          "jakarta.persistence",
          "jakarta.ws.rs",
          "jakarta.ws.rs.core",
          "java.lang.reflect",
          "java.time",
          "java.util",
          "org.junit.jupiter.api",
          "org.junit.jupiter.api.extension");

  private final Block block;
  private final String code;

  private Snippet(Block block) {
    this.block = block;
    this.code =
        block
            .text()
            .lines()
            .filter(line -> !isImport(line))
            .map(line -> line + "\n")
            .collect(Collectors.joining())
            // a body that does not matter
            .replace("{ … }", "{ throw new UnsupportedOperationException(); }");
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  /** The forms that the block may have, each as a source file; one of them compiles. */
  static List<String> sources(Block block) {
    Snippet snippet = new Snippet(block);
    if (snippet.code.startsWith("package ")) {
      return List.of(block.text());
    } else if (TYPE.matcher(snippet.code).find()) {
      return List.of(snippet.types(), snippet.members());
    }
    return List.of(snippet.members(), snippet.statements(), snippet.annotated());
  }

  /** Types, before members that may follow them. */
  private String types() {
    return head() + code.replaceAll("(?m)^public (?=(\\w+ )*(class|record|interface|enum) )", "");
  }

  private String members() {
    return inClass(code);
  }

  /** Fields with annotations, then statements. */
  private String statements() {
    StringBuilder fields = new StringBuilder();
    StringBuilder rest = new StringBuilder();
    for (String line : code.lines().toList()) {
      boolean isField = FIELD.matcher(line.replaceFirst("//.*", "").strip()).matches();
      (isField ? fields : rest).append(line).append('\n');
    }
    return inClass(fields + "void snippet() throws Exception {\n" + rest + "}\n");
  }

  private String annotated() {
    return head() + code + "class Snippet {}\n";
  }

  private String inClass(String body) {
    return head() + "class Snippet extends " + around() + " {\n" + body + "}\n";
  }

  private String head() {
    Stream<String> known = KNOWN.stream().map(name -> "import " + name + ".*;");
    // of two annotations with this name the pages mean that of CDI
    Stream<String> around =
        Stream.of(
            "import jakarta.enterprise.inject.Produces;", "import static " + around() + ".*;");
    return Stream.of(known, around, imports())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Those of the whole page: what was imported once is not repeated. */
  private Stream<String> imports() {
    return Stream.concat(Pages.blocksOf(block.page()).stream(), Stream.of(block))
        .filter(one -> one.file() == null)
        .flatMap(one -> one.text().lines())
        .filter(Snippet::isImport)
        .map(line -> line.replaceFirst("//.*", "").strip())
        .distinct();
  }

  /** What the page takes for granted: {@code AroundAJob} of around-a-job.md. */
  private String around() {
    String file = block.page().replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
    String name =
        Pattern.compile("-")
            .splitAsStream(file.toLowerCase(Locale.ROOT))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    try {
      return Class.forName(AROUND + name).getName();
    } catch (ClassNotFoundException nothing) {
      return AROUND + "Nothing";
    }
  }
}
