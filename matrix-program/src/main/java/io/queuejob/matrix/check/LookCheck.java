package io.queuejob.matrix.check;

import io.queuejob.browser.devtools.Login;
import io.queuejob.browser.devtools.Tab;
import io.queuejob.matrix.site.CheckFailedException;
import io.queuejob.matrix.site.Site;

/**
 * A person signs in with a browser, after a wrong password, and sees the overview and the jobs;
 * nothing on the pages complains.
 */
final class LookCheck implements Check {

  @Override
  public String name() {
    return "look";
  }

  @Override
  public void run(Site site) {
    try (Tab tab = site.browser().get().open()) {
      tab.goTo(site.web().console("").toString());
      Login.signIn(tab, Site.USER, "guessed");
      CheckFailedException.unless(
          tab.holds("document.querySelector('[role=alert]')"),
          "that a wrong password is told",
          tab.text("document.body.innerText"));
      tab.watch().forget();
      Login.signIn(tab, Site.USER, site.password());
      tab.await("document.querySelector('h1')");
      String here = tab.text("location.pathname");
      CheckFailedException.unless(
          here.startsWith("/queue-job/") && !here.contains("login"), "the overview", here);
      CheckFailedException.unless(
          tab.holds("document.getElementById('overview:all').innerText.length > 100"),
          "numbers on the overview",
          tab.text("document.body.innerText"));
      tab.screenshot(site.picture());
      tab.goTo(site.web().console("queue-job/jobs.xhtml?state=done").toString());
      CheckFailedException.unless(
          tab.holds("document.body.innerText.includes('Stock')"),
          "the example's jobs in the list",
          tab.text("document.body.innerText"));
      CheckFailedException.unless(
          tab.watch().complaints().isEmpty(), "no complaint", tab.watch().complaints());
    }
  }
}
