package io.queuejob.capturing;

import io.queuejob.api.Delayed;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean whose class is declared. */
@Delayed(channel = "root.pages")
@ApplicationScoped
public class Pages {

  public void print(int page) {
    Shop.RAN.add("print " + page);
  }

  void helper() {
    Shop.RAN.add("helper");
  }
}
