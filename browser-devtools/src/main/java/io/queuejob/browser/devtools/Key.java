package io.queuejob.browser.devtools;

/** Keys that tests press. */
public enum Key {
  TAB("Tab", 9, null, 0),
  BACK_TAB("Tab", 9, null, 8),
  ENTER("Enter", 13, "\r", 0),
  ESCAPE("Escape", 27, null, 0),
  SPACE(" ", 32, " ", 0);

  private final String domName;
  private final int number;
  private final String text;
  private final int modifiers;

  Key(String domName, int number, String text, int modifiers) {
    this.domName = domName;
    this.number = number;
    this.text = text;
    this.modifiers = modifiers;
  }

  String domName() {
    return domName;
  }

  int number() {
    return number;
  }

  String text() {
    return text;
  }

  int modifiers() {
    return modifiers;
  }
}
