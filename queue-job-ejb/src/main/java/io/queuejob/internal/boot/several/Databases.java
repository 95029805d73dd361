package io.queuejob.internal.boot.several;

import io.queuejob.admin.health.DataSourceHealth;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.spi.CallDataSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Which database a call goes to: that of its job, else the one that the application chooses, else
 * the deployment's own. Where there is but one, nothing is asked. Public, for session beans hand
 * out nothing else.
 */
public final class Databases {
  private final ServedEngine own;
  private final Roll<ServedEngine> others;
  private final CallDataSource chooser;

  /**
   * All databases of a deployment.
   *
   * @param own the deployment's own
   * @param others null if there never are any
   * @param chooser null for none
   */
  Databases(ServedEngine own, Roll<ServedEngine> others, CallDataSource chooser) {
    this.own = own;
    this.others = others;
    this.chooser = chooser;
  }

  /** That of calls of this thread. */
  ServedEngine current() {
    if (others == null) {
      return own;
    }
    String name = CurrentJob.dataSourceOfThread();
    if (name == null) {
      name = chosen();
    }
    return name == null ? own : of(name);
  }

  private String chosen() {
    try {
      return chooser == null ? null : chooser.name();
    } catch (RuntimeException e) {
      throw Messages.notChosen(chooser.getClass().getName(), e);
    }
  }

  /**
   * That of a name.
   *
   * @throws io.queuejob.api.error.CaptureException if it is not served
   */
  ServedEngine of(String name) {
    if (name.equals(own.name())) {
      return own;
    }
    Attendance<ServedEngine> attendance = others == null ? null : others.of(name);
    if (attendance == null) {
      if (others != null) {
        others.lookSoon();
      }
      throw Messages.notNamed(name, health().stream().map(DataSourceHealth::name).toList());
    }
    ServedEngine serving = attendance.serving();
    if (serving == null) {
      throw Messages.notServedNow(name, attendance.problem());
    }
    return serving;
  }

  /** How each is, the own one first. */
  List<DataSourceHealth> health() {
    List<DataSourceHealth> all = new ArrayList<>();
    all.add(health(own.name(), own, null));
    if (others != null) {
      others.all().forEach(one -> all.add(health(one.name(), one.serving(), one.problem())));
    }
    return all;
  }

  private static DataSourceHealth health(String name, ServedEngine serving, String problem) {
    if (serving == null) {
      return new DataSourceHealth(name, false, problem == null ? "being opened" : problem);
    }
    boolean listening = serving.isListening();
    return new DataSourceHealth(name, listening, listening ? null : "its node connects again");
  }
}
