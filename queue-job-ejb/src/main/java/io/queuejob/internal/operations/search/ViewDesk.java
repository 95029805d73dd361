package io.queuejob.internal.operations.search;

import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.search.SavedView;
import io.queuejob.admin.search.SavedViews;
import io.queuejob.internal.storage.search.ViewStore;
import java.util.List;

/** Named filters of people. */
public final class ViewDesk implements SavedViews {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ADDRESS = 2_000;

  private final ViewStore store;
  private final boolean ownOnly;

  public ViewDesk(ViewStore store) {
    this(store, false);
  }

  private ViewDesk(ViewStore store, boolean ownOnly) {
    this.store = store;
    this.ownOnly = ownOnly;
  }

  @Override
  public SavedViews seeing(Reach reach) {
    return reach.isEverywhere() ? this : new ViewDesk(store, true);
  }

  @Override
  public List<SavedView> of(String person) {
    List<SavedView> all = store.of(person);
    return ownOnly ? all.stream().filter(view -> !view.shared()).toList() : all;
  }

  @Override
  public SavedView save(String name, String address, boolean shared, String person) {
    String plain = name == null ? "" : name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw Messages.view("a name of 1 to " + LONGEST_NAME + " characters", plain);
    }
    if (address == null || !address.startsWith("?") || address.length() > LONGEST_ADDRESS) {
      throw Messages.view("an address that begins with ?, not too long", String.valueOf(address));
    }
    return store.save(plain, address, shared, person);
  }

  @Override
  public boolean remove(long id, String person) {
    return store.remove(id, person);
  }
}
