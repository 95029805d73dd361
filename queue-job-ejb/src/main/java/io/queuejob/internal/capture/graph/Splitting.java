package io.queuejob.internal.capture.graph;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Cuts one argument of a call into pieces, in its order (S-SP-01). */
final class Splitting {
  private final RecordedDelayable<?> owner;
  private final Recorded call;

  Splitting(RecordedDelayable<?> owner, Recorded call) {
    this.owner = owner;
    this.call = call;
  }

  /** The arguments of each piece; none if the argument is empty. */
  List<Object[]> cut(Optional<Integer> argument, int size) {
    if (size < 1) {
      throw Messages.badSplit(owner, "a size of at least 1", size);
    }
    int index = argument.orElseGet(this::theOne);
    if (index < 0 || index >= call.arguments().length || !isMany(index)) {
      throw Messages.badSplit(
          owner, "an argument that is a collection or an array", "argument " + index);
    }
    Object whole = call.arguments()[index];
    List<Object> elements = elements(whole);
    List<Object[]> pieces = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += size) {
      int to = Math.min(elements.size(), from + size);
      Object[] arguments = call.arguments().clone();
      arguments[index] = piece(index, whole, elements.subList(from, to));
      pieces.add(arguments);
    }
    return pieces;
  }

  private int theOne() {
    List<Integer> many =
        IntStream.range(0, call.arguments().length).filter(this::isMany).boxed().toList();
    if (many.size() != 1) {
      throw Messages.badSplit(
          owner,
          "exactly one argument that is a collection or an array, or the index of the one that is"
              + " meant",
          many.isEmpty() ? "none" : "the arguments " + many);
    }
    return many.get(0);
  }

  private boolean isMany(int index) {
    Object value = call.arguments()[index];
    return value instanceof Collection || (value != null && value.getClass().isArray());
  }

  private static List<Object> elements(Object whole) {
    if (whole instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(whole); i++) {
      elements.add(Array.get(whole, i));
    }
    return elements;
  }

  private Object piece(int index, Object whole, List<Object> elements) {
    if (whole.getClass().isArray()) {
      Object array = Array.newInstance(whole.getClass().getComponentType(), elements.size());
      for (int i = 0; i < elements.size(); i++) {
        Array.set(array, i, elements.get(i));
      }
      return array;
    }
    Object piece = collection(whole, elements);
    Class<?> type = call.function().method().getParameterTypes()[index];
    if (!type.isInstance(piece)) {
      throw Messages.badSplit(
          owner, "a parameter of type List, Set, SortedSet or Collection, or an array", type);
    }
    return piece;
  }

  private static Object collection(Object whole, List<Object> elements) {
    if (whole instanceof SortedSet<?> sorted) {
      return sortedLike(sorted, elements);
    }
    return whole instanceof Set ? new LinkedHashSet<>(elements) : new ArrayList<>(elements);
  }

  @SuppressWarnings("unchecked") // the elements are the set's own
  private static Object sortedLike(SortedSet<?> whole, List<Object> elements) {
    TreeSet<Object> piece = new TreeSet<>((java.util.Comparator<Object>) whole.comparator());
    piece.addAll(elements);
    return piece;
  }
}
