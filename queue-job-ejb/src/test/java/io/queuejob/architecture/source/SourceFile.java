package io.queuejob.architecture.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One source file, parsed.
 *
 * @param name path from the root, with slashes
 * @param text what it says
 * @param unit its tree
 * @param positions where in the text the parts of the tree stand
 */
public record SourceFile(
    String name, String text, CompilationUnitTree unit, SourcePositions positions) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Parses one text; nothing is resolved. */
  public static SourceFile parse(String name, String text) {
    return parse(Map.of(name, text)).get(0);
  }

  /** Parses texts by their names, in one go. */
  public static List<SourceFile> parse(Map<String, String> texts) {
    List<Text> sources = texts.entrySet().stream().map(Text::new).toList();
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none"), null, sources);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<SourceFile> files = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        String name = unit.getSourceFile().toUri().getPath().substring(1);
        files.add(new SourceFile(name, texts.get(name), unit, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(Map.Entry<String, String> source) {
      super(URI.create("string:///" + source.getKey()), JavaFileObject.Kind.SOURCE);
      this.text = source.getValue();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Whether it belongs to tests. */
  public boolean isTest() {
    return name.contains("src/test/");
  }

  /** How many lines it has. */
  public int lines() {
    return (int) text.lines().count();
  }

  /** The line of a position. */
  public int lineAt(long position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }
}
