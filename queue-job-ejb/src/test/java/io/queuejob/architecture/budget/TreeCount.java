package io.queuejob.architecture.budget;

import io.queuejob.architecture.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is over budget in a set of files, and in the packages that they make. */
final class TreeCount {
  private static final String PACKAGE_INFO = "package-info.java";

  private TreeCount() {}

  static List<Finding> of(List<SourceFile> files) {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<SourceFile>> packages = new TreeMap<>();
    for (SourceFile file : files) {
      findings.addAll(FileCount.of(file));
      String folder = file.name().substring(0, file.name().lastIndexOf('/'));
      packages.computeIfAbsent(folder, f -> new ArrayList<>()).add(file);
    }
    packages.forEach((folder, inside) -> check(folder, inside, findings));
    return findings;
  }

  private static void check(String folder, List<SourceFile> inside, List<Finding> findings) {
    boolean isTest = inside.get(0).isTest();
    int allowed = Budget.PACKAGE.allowed(isTest);
    if (inside.size() > allowed) {
      findings.add(new Finding(Budget.PACKAGE, folder, 0, inside.size(), allowed));
    }
    int missing = inside.stream().anyMatch(TreeCount::describesItsPackage) ? 0 : 1;
    if (missing > Budget.PACKAGE_INFO.allowed(isTest)) {
      findings.add(new Finding(Budget.PACKAGE_INFO, folder, 0, missing, 0));
    }
  }

  private static boolean describesItsPackage(SourceFile file) {
    return file.name().endsWith("/" + PACKAGE_INFO) && file.text().contains("/**");
  }
}
