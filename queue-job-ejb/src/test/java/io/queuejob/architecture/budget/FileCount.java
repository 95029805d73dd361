package io.queuejob.architecture.budget;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.queuejob.architecture.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Counts what is in one file. */
final class FileCount extends TreeScanner<Void, Void> {
  private final SourceFile file;
  private final List<Finding> findings = new ArrayList<>();
  private final Deque<ClassTree> types = new ArrayDeque<>();

  private FileCount(SourceFile file) {
    this.file = file;
  }

  static List<Finding> of(SourceFile file) {
    FileCount count = new FileCount(file);
    count.check(Budget.FILE, file.name(), 0, file.lines());
    count.check(Budget.TYPES, file.name(), 0, file.unit().getTypeDecls().size());
    count.scan(file.unit(), null);
    return count.findings;
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    types.push(type);
    super.visitClass(type, null);
    types.pop();
    return null;
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    boolean isConstructor = method.getReturnType() == null;
    String name = isConstructor ? typeName() : method.getName().toString();
    long begin = beginOf(method);
    checkLines(name, begin, method);
    if (isConstructor && !takesItsData(method)) {
      check(Budget.CONSTRUCTOR, at(name), file.lineAt(begin), method.getParameters().size());
    }
    if (method.getBody() != null) {
      checkNesting(name, method.getBody());
    }
    return super.visitMethod(method, null);
  }

  @Override
  public Void visitBlock(BlockTree block, Void nothing) {
    boolean isInitializer = !types.isEmpty() && types.peek().getMembers().contains(block);
    if (isInitializer) {
      checkLines("initializer", start(block), block);
      checkNesting("initializer", block);
    }
    return super.visitBlock(block, null);
  }

  private void checkLines(String name, long begin, Tree tree) {
    int first = file.lineAt(begin);
    int last = file.lineAt(file.positions().getEndPosition(file.unit(), tree));
    check(Budget.METHOD, at(name), first, last - first + 1);
  }

  private void checkNesting(String name, Tree body) {
    check(Budget.NESTING, at(name), file.lineAt(start(body)), Nesting.deepest(body));
  }

  private void check(Budget budget, String where, int line, int found) {
    int allowed = budget.allowed(file.isTest());
    if (found > allowed) {
      findings.add(new Finding(budget, where, line, found, allowed));
    }
  }

  /**
   * A record's parameters are its data: all of it, or what it was before a version added to it, so
   * that what was compiled against that version still links.
   */
  private boolean takesItsData(MethodTree constructor) {
    List<String> components =
        types.peek().getMembers().stream()
            .filter(member -> member instanceof VariableTree field && !isStatic(field))
            .map(member -> ((VariableTree) member).getName().toString())
            .toList();
    return types.peek().getKind() == Tree.Kind.RECORD
        && constructor.getParameters().stream()
            .allMatch(parameter -> components.contains(parameter.getName().toString()));
  }

  private static boolean isStatic(VariableTree field) {
    return field.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC);
  }

  /** Where the signature begins, annotations left out. */
  private long beginOf(MethodTree method) {
    long begin = start(method);
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      begin = Math.max(begin, file.positions().getEndPosition(file.unit(), annotation));
    }
    while (Character.isWhitespace(file.text().charAt((int) begin))) {
      begin++;
    }
    return begin;
  }

  private long start(Tree tree) {
    return file.positions().getStartPosition(file.unit(), tree);
  }

  private String typeName() {
    return types.peek().getSimpleName().toString();
  }

  private String at(String name) {
    return file.name() + "#" + name;
  }
}
