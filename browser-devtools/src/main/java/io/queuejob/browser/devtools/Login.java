package io.queuejob.browser.devtools;

/** The admin's form of login, as a person fills it in. */
public final class Login {
  private Login() {}

  /** Fills in the form that the tab shows, and waits for the page that follows. */
  public static void signIn(Tab tab, String user, String password) {
    tab.click("#user");
    tab.evaluate("document.getElementById('user').value = ''");
    tab.type(user);
    tab.press(Key.TAB);
    tab.type(password);
    tab.leave(() -> tab.press(Key.ENTER));
  }
}
