package io.queuejob.browser.stage;

import java.util.LinkedHashMap;
import java.util.Map;

/** A job to be written: its state, its function, and values of further columns. */
public final class JobData {
  final String state;
  String function = "com.shop.Mails#send(java.lang.String)";
  String node = "shop-1";
  final Map<String, Object> columns = new LinkedHashMap<>();

  private JobData(String state) {
    this.state = state;
  }

  /** A job in one of the seven states. */
  public static JobData in(String state) {
    return new JobData(state);
  }

  /** The registered name of what it calls. */
  public JobData function(String name) {
    function = name;
    return this;
  }

  /** The node that has it, or where its attempt failed. */
  public JobData node(String name) {
    node = name;
    return this;
  }

  /** The channel, with {@code root}. */
  public JobData channel(String path) {
    return with("channel", path);
  }

  /** What people read of it. */
  public JobData description(String text) {
    return with("description", text);
  }

  /** A column of its row. */
  public JobData with(String column, Object value) {
    columns.put(column, value);
    return this;
  }
}
