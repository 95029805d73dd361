package io.queuejob.architecture.budget;

/** What is counted, and how much of it there may be. */
enum Budget {
  FILE("lines in a file", 300, 400),
  METHOD("lines in a method", 40, 30),
  PACKAGE("files in a package", 12, 12),
  CONSTRUCTOR("parameters of a constructor", 5, 5),
  NESTING("levels of nested statements", 3, 3),
  TYPES("top-level types in a file", 1, 1),
  PACKAGE_INFO("packages without a package-info.java that says what they are", 0, 1);

  private final String unit;
  private final int main;
  private final int test;

  Budget(String unit, int main, int test) {
    this.unit = unit;
    this.main = main;
    this.test = test;
  }

  String unit() {
    return unit;
  }

  int allowed(boolean inTests) {
    return inTests ? test : main;
  }
}
