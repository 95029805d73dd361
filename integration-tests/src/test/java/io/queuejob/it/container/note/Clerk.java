package io.queuejob.it.container.note;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;

/** Another session bean that takes part in the transaction of its caller. */
@Stateless
@LocalBean
public class Clerk {

  /** Does it. */
  public void pass(Runnable step) {
    step.run();
  }
}
