package io.queuejob.architecture.budget;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;

/**
 * How deep statements stand inside one another: branches, loops, switches, try and synchronized,
 * also through lambdas. An {@code else if} stands beside its {@code if}; the methods of an
 * anonymous class count for themselves.
 */
final class Nesting extends TreeScanner<Void, Integer> {
  private int deepest;

  private Nesting() {}

  static int deepest(Tree body) {
    Nesting nesting = new Nesting();
    nesting.scan(body, 0);
    return nesting.deepest;
  }

  private int enter(int depth) {
    deepest = Math.max(deepest, depth + 1);
    return depth + 1;
  }

  @Override
  public Void visitIf(IfTree tree, Integer depth) {
    int inside = enter(depth);
    scan(tree.getCondition(), depth);
    scan(tree.getThenStatement(), inside);
    scan(tree.getElseStatement(), tree.getElseStatement() instanceof IfTree ? depth : inside);
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Integer depth) {
    return super.visitForLoop(tree, enter(depth));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Integer depth) {
    return super.visitEnhancedForLoop(tree, enter(depth));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Integer depth) {
    return super.visitWhileLoop(tree, enter(depth));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Integer depth) {
    return super.visitDoWhileLoop(tree, enter(depth));
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Integer depth) {
    return super.visitSwitch(tree, enter(depth));
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Integer depth) {
    return super.visitSwitchExpression(tree, enter(depth));
  }

  @Override
  public Void visitTry(TryTree tree, Integer depth) {
    return super.visitTry(tree, enter(depth));
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Integer depth) {
    return super.visitSynchronized(tree, enter(depth));
  }

  @Override
  public Void visitClass(ClassTree tree, Integer depth) {
    return null;
  }
}
