package io.queuejob.internal.boot.several;

import io.queuejob.internal.config.NamePattern;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.NameNotFoundException;

/** Names that fit a pattern, of what a JNDI context lists. */
final class PatternNames {
  /** GlassFish and Payara list such a name beside that of each data source, for the same one. */
  private static final Pattern SECOND_NAME = Pattern.compile(".*__(pm|nontx)");

  private final NamePattern pattern;
  private final Listing listing;

  /** Lists a JNDI context. */
  @FunctionalInterface
  interface Listing {
    /** What it lists. */
    List<String> of(String context) throws Exception;
  }

  PatternNames(NamePattern pattern, Listing listing) {
    this.pattern = pattern;
    this.listing = listing;
  }

  /** The pattern itself if it is a name; of a context that does not exist, none. */
  Collection<String> names() throws Exception {
    if (pattern.isName()) {
      return List.of(pattern.text());
    }
    try {
      return listing.of(pattern.context()).stream()
          .map(pattern::nameOf)
          .filter(name -> name != null && !SECOND_NAME.matcher(name).matches())
          .toList();
    } catch (NameNotFoundException noContext) {
      return List.of();
    }
  }
}
