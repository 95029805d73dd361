package io.queuejob.internal.port.protocol;

import java.util.List;
import java.util.Map;

/** Functions of one application. */
public interface Functions {

  /** Makes rows for names that have none; what exists is left alone. */
  void register(List<String> names);

  /** Numbers of all functions of the application, by name. */
  Map<String, Integer> all();
}
