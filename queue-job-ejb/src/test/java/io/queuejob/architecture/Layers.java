package io.queuejob.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table of packages: what each may import of the product, and which libraries and restricted
 * APIs it may use. Packages below {@code internal} are named without it. Layers point downwards
 * only; inside a layer a package imports another only where the table says so.
 */
final class Layers {
  /** Begins of package names that stand for the product; the second is that of fixtures. */
  private static final List<String> ROOTS = List.of("io.queuejob.", "fixture.");

  private static final String SHADED = "shaded.";
  private static final List<String> RESTRICTED_OF_JAVA =
      List.of("java.sql", "javax.sql", "javax.naming", "java.lang.reflect", "java.lang.invoke");

  /** Layer, package, imports of the product ({@code *}: all), restricted APIs. */
  private static final String TEXT =
      """
      0 | api             | api.call          | jakarta.interceptor jakarta.enterprise.util
      0 | api.call        |                   |
      0 | api.run         | api               |
      0 | api.error       |                   | jakarta.ejb.ApplicationException
      0 | api.inline      |                   |
      0 | api.related     |                   |
      0 | spi             | api api.call      | java.lang.reflect
      0 | admin.reach     | api.error         |
      0 | admin           | admin.reach api api.related |
      0 | admin.search    | admin admin.reach |
      0 | admin.bulk      | admin admin.reach admin.search |
      0 | admin.job       | admin admin.reach |
      0 | admin.health    |                   |
      0 | admin.channel   | admin admin.reach |
      0 | admin.node      | admin             |
      0 | admin.audit     | admin.reach       |
      0 | admin.doctor    |                   |
      0 | admin.function  | admin             |
      0 | admin.overview  | admin.reach       |
      0 | admin.testjob   | admin             |
      1 | job             | api               |
      1 | graph           | api job           |
      1 | testjob         | graph             |
      1 | channel         | api.error job     |
      1 | config          | admin.reach api.error channel job |
      1 | config.file     | api.error channel config job |
      1 | port            | job               |
      1 | port.protocol   | job               |
      1 | port.watch      | job               |
      1 | tally           | job               |
      2 | bean            | api api.call      | java.lang.reflect jakarta.enterprise.inject
      2 | codec           | api.error api.related spi job codec.secret codec.value | java.lang.reflect jakarta.json
      2 | codec.secret    | api.call          | java.lang.reflect jakarta.json
      2 | context         | api.error spi     | jakarta.json
      2 | codec.value     | spi               | java.lang.reflect jakarta.json
      2 | storage         | api.error         | java.sql javax.sql org.postgresql
      2 | storage.chore   | job storage storage.job | java.sql
      2 | storage.claim   | job port.protocol storage storage.job storage.sums tally | java.sql
      2 | storage.config  | api.error job channel port.protocol storage | java.sql
      2 | storage.notice  | storage           | java.sql
      2 | storage.doctor  | storage           | java.sql
      2 | storage.function | storage          | java.sql
      2 | storage.reach   | storage           | java.sql
      2 | storage.job     | api api.error job graph port port.protocol storage storage.reach | java.sql
      2 | storage.run     | storage           | java.sql
      2 | storage.inspect | api job storage   | java.sql
      2 | storage.health  | storage storage.reach | java.sql
      2 | storage.sums    | storage tally     | java.sql
      2 | storage.overview | admin.overview storage storage.reach tally | java.sql
      2 | storage.node    | job port.protocol storage | java.sql
      2 | storage.search  | admin admin.search storage storage.reach | java.sql
      2 | storage.bulk    | admin.bulk admin.reach storage storage.reach | java.sql
      2 | storage.desk    | admin.audit admin.channel admin.node channel job storage \
                            storage.reach | java.sql
      2 | storage.entity  | api.error job port storage.reach \
                          | jakarta.persistence java.sql.Connection java.sql.SQLException
      2 | postgres        | api.error job config port | java.sql javax.sql org.postgresql
      3 | capture         | api api.call api.error job graph port bean codec capture.attribute capture.declare \
                        capture.graph capture.inline capture.option capture.related \
                            capture.standin \
                          | java.lang.reflect jakarta.interceptor jakarta.enterprise.inject \
                            jakarta.inject jakarta.annotation.Priority
      3 | capture.declare | api api.call api.error job bean codec \
                          | java.lang.reflect jakarta.enterprise jakarta.inject jakarta.interceptor jakarta.ejb \
                            jakarta.transaction jakarta.annotation.Priority
      3 | capture.attribute | api.error spi codec | java.lang.reflect
      3 | capture.inline  | api bean          |
      3 | capture.related | api.error api.related bean codec | java.lang.reflect
      3 | capture.option  | api api.call api.error job |
      3 | capture.graph   | api api.call api.error job graph port bean capture.inline \
                            capture.option api.inline \
                          | java.lang.reflect
      3 | capture.standin | api.call api.error \
                          | java.lang.reflect java.lang.invoke org.objectweb.asm
      3 | capture.memory  | api api.error spi job graph port bean codec capture capture.attribute capture.declare \
                            capture.inline capture.related capture.standin | java.lang.reflect
      3 | execution       | api api.error api.inline api.run context job port port.watch bean codec \
                            capture.inline storage \
                            storage.job storage.run tally \
                          | java.lang.reflect jakarta.enterprise.inject \
                            jakarta.enterprise.context
      3 | execution.entity | api.error spi \
                          | jakarta.persistence jakarta.enterprise
      3 | execution.testjob | api api.call api.error bean testjob | java.lang.reflect
      3 | execution.module | bean job port     |
      3 | telemetry       | context job port.watch spi \
                          | java.lang.invoke io.opentelemetry jakarta.enterprise.inject
      4 | runner          | job channel config port port.protocol runner.local runner.pulse \
                            runner.release storage.config |
      4 | runner.release  | job port.protocol |
      4 | runner.local    | job channel port storage.config |
      4 | runner.pulse    | job config port port.protocol runner.local tally |
      4 | chore           | storage.chore     |
      4 | operations.inspect | api.error admin admin.job admin.reach job port operations storage \
                            storage.inspect storage.job storage.reach |
      4 | operations      | api api.call api.error admin admin.reach job port codec codec.secret \
                            storage.chore storage.job storage.entity storage.health storage.reach \
                            storage.search |
      4 | operations.health | admin.health port storage storage.health |
      4 | operations.desk | api.error admin admin.audit admin.channel admin.node admin.reach job \
                            channel operations port storage.desk |
      4 | notification    | config port storage.notice | jakarta.json jakarta.mail javax.crypto
      4 | operations.doctor | admin.doctor storage storage.doctor |
      4 | operations.function | api.error admin admin.function job port storage.function |
      4 | operations.testjob | admin admin.testjob api.error graph job port storage.function \
                            storage.job testjob |
      5 | boot.notice     | config notification port storage.notice | jakarta.mail.Session
      5 | boot.event      | api api.run job port.watch | jakarta.enterprise.event jakarta.enterprise.inject.spi
      5 | boot.module     | execution.module | javax.naming jakarta.servlet jakarta.enterprise
      5 | boot.function   | api bean config job storage.function |
      4 | operations.search | admin admin.reach admin.search job port storage.search |
      4 | operations.bulk | admin admin.bulk admin.reach admin.search api.error job operations \
                            operations.search port \
                            storage storage.bulk storage.job storage.search |
      4 | operations.overview | admin.overview admin.reach storage storage.overview tally |
      5 | boot.setting    | config.file       |
      5 | boot.command    | admin.doctor api.error boot boot.setting codec.value config \
                            operations.doctor postgres storage | java.sql
      5 | boot.persistence | api.error port \
                          | javax.sql jakarta.persistence jakarta.transaction
      5 | boot.admin      | *                 | jakarta.ejb jakarta.enterprise
      5 | boot.several    | * \
                          | javax.naming jakarta.annotation jakarta.ejb jakarta.enterprise \
                            jakarta.inject
      5 | boot            | * \
                          | java.sql javax.sql javax.naming jakarta.annotation jakarta.ejb \
                            jakarta.enterprise jakarta.inject jakarta.transaction
      """;

  private static final Map<String, Layer> TABLE =
      TEXT.lines()
          .map(line -> line.split("\\|", -1))
          .collect(
              Collectors.toMap(
                  cells -> cells[1].strip(),
                  cells ->
                      new Layer(
                          Integer.parseInt(cells[0].strip()), words(cells[2]), words(cells[3])),
                  (one, other) -> one,
                  LinkedHashMap::new));

  /** One line of the table. */
  record Layer(int level, List<String> imports, List<String> apis) {}

  private Layers() {}

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  static Map<String, Layer> table() {
    return TABLE;
  }

  /** Whether a class belongs to the product, the relocated library not counting. */
  static boolean isProduct(JavaClass type) {
    return ROOTS.stream().anyMatch(type.getPackageName()::startsWith)
        && !nameOf(type).startsWith(SHADED);
  }

  /** The package's name in the table. */
  static String nameOf(JavaClass type) {
    String name = type.getPackageName();
    for (String root : ROOTS) {
      if (name.startsWith(root)) {
        name = name.substring(root.length());
      }
    }
    return name.startsWith("internal.") ? name.substring("internal.".length()) : name;
  }

  /** What is wrong with one class using another; empty if nothing. */
  static List<String> objections(JavaClass user, JavaClass used) {
    Layer layer = TABLE.get(nameOf(user));
    List<String> objections = new ArrayList<>();
    if (layer == null) {
      return objections;
    }
    if (isProduct(used) && !mayImport(layer, nameOf(user), nameOf(used))) {
      objections.add("package '" + nameOf(used) + "'");
    }
    if (isRestricted(used) && !mayUse(layer, used)) {
      objections.add("API '" + used.getName() + "'");
    }
    return objections;
  }

  private static boolean mayImport(Layer layer, String own, String other) {
    return own.equals(other) || layer.imports().contains("*") || layer.imports().contains(other);
  }

  private static boolean mayUse(Layer layer, JavaClass used) {
    return layer.apis().stream().anyMatch(api -> isWithin(used.getName(), api));
  }

  /** The JDK is free but for what is named here; everything else is restricted. */
  private static boolean isRestricted(JavaClass used) {
    String name = used.getName();
    return !used.isPrimitive()
        && !isProduct(used)
        && (!name.startsWith("java.")
            || RESTRICTED_OF_JAVA.stream().anyMatch(api -> isWithin(name, api)));
  }

  private static boolean isWithin(String name, String api) {
    return name.equals(api) || name.startsWith(api + ".");
  }
}
