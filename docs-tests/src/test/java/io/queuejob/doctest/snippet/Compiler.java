package io.queuejob.doctest.snippet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles texts against the class path of this test. */
final class Compiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private Compiler() {}

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignored) {
      return text;
    }
  }

  /**
   * Compiles files together.
   *
   * @param sources texts by the names of their files
   * @param target where classes go
   * @return what the compiler has to say of errors; empty if there are none
   */
  static String errors(Map<String, String> sources, Path target) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<Text> texts =
        sources.entrySet().stream().map(e -> new Text(e.getKey(), e.getValue())).toList();
    List<String> options =
        List.of("-proc:none", "-parameters", "-cp", CLASS_PATH, "-d", target.toString());
    try (StandardJavaFileManager files = JAVAC.getStandardFileManager(found, Locale.ROOT, null)) {
      JAVAC.getTask(null, files, found, options, null, texts).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> "line " + one.getLineNumber() + ": " + one.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
