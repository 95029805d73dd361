package io.queuejob.notice;

/** A bean whose jobs fail in two ways. */
public class FailingBean {

  public void order(String text) {
    throw new IllegalStateException("no order of '" + text + "'");
  }

  public void other(String text) {
    throw new ArithmeticException("other " + text);
  }
}
