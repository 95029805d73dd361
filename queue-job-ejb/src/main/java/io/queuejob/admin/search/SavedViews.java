package io.queuejob.admin.search;

import io.queuejob.admin.reach.Reach;
import java.util.List;

/** Named filters; the implementation is injected. */
public interface SavedViews {

  /** Those of a person and those of all, by name. */
  List<SavedView> of(String person);

  /**
   * Saves a filter under a name; one of that name is replaced.
   *
   * @param name 1 to 80 characters
   * @param address query part of the page's address, beginning with {@code ?}
   * @param shared whether everybody sees it
   * @throws IllegalArgumentException QJ7041 if name or address cannot be used
   */
  SavedView save(String name, String address, boolean shared, String person);

  /** Removes one of the person's, or of all; false if there is none. */
  boolean remove(long id, String person);

  /**
   * The same for somebody who may see some channels only, and therefore no filters of others, which
   * may name what is elsewhere.
   */
  default SavedViews seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
