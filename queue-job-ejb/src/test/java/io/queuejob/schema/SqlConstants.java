package io.queuejob.schema;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every statement of the storage packages, under the name of its constant. */
public final class SqlConstants {
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(WITH|SELECT|INSERT|UPDATE|DELETE|MERGE)\\s.*", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("\\?(\\d*)");

  /** Parts of statements, and one statement that is not SQL but JPQL. */
  private static final Set<String> NO_STATEMENTS =
      Set.of("JobSql.ATTEMPTS", "WaitingKinds.HOPS", "WaitingKinds.OF_ALL");

  private static final Map<String, String> ALL = read();

  private SqlConstants() {}

  public static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> read() {
    Map<String, String> found = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.queuejob.internal.storage")) {
      collect(type.reflect(), found);
    }
    found.keySet().removeAll(NO_STATEMENTS);
    return Collections.unmodifiableMap(found);
  }

  private static void collect(Class<?> type, Map<String, String> found) {
    List<Object> owners = new ArrayList<>();
    owners.add(null);
    if (type.isEnum()) {
      owners.addAll(List.of(type.getEnumConstants()));
    }
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == String.class) {
        owners.forEach(owner -> read(type, field, owner, found));
      }
    }
  }

  private static void read(Class<?> type, Field field, Object owner, Map<String, String> found) {
    if (Modifier.isStatic(field.getModifiers()) != (owner == null)) {
      return;
    }
    try {
      field.setAccessible(true);
      String text = (String) field.get(owner);
      if (text != null && STATEMENT.matcher(text).matches()) {
        String name = owner == null ? field.getName() : owner + "." + field.getName();
        found.put(type.getSimpleName() + "." + name, text);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The statement with the server's own parameters, {@code $1} and so on. */
  public static String numbered(String sql) {
    int[] next = {0};
    return PARAMETER
        .matcher(sql)
        .replaceAll(m -> "\\$" + (m.group(1).isEmpty() ? String.valueOf(++next[0]) : m.group(1)));
  }
}
