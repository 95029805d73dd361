package io.queuejob.web.job.graph;

import io.queuejob.admin.job.JobGraphRows.Node;
import io.queuejob.web.StateWord;
import io.queuejob.web.VisibleText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One box of a picture: a job, or many that are alike.
 *
 * @param members the jobs; one unless it is a fold
 * @param own whether it is the job of the page
 */
public record Box(List<Node> members, boolean own) {
  private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z_$][\\w$]*\\.)+(?=[A-Z])");
  private static final Pattern PARAMETERS = Pattern.compile("\\([^()]*\\)$");

  public Box {
    members = List.copyOf(members);
  }

  Node first() {
    return members.get(0);
  }

  /** Whether it stands for many jobs. */
  public boolean isFold() {
    return members.size() > 1;
  }

  /** The state that all members have; one that this version does not know is shown as pending. */
  public StateWord state() {
    return StateWord.of(first().state()).orElse(StateWord.PENDING);
  }

  /** The description of a job, or its method; of a fold the method. */
  public String title() {
    String line = isFold() ? null : VisibleText.firstLine(first().description());
    return line == null || line.isEmpty() ? method() : line;
  }

  private String method() {
    String name = VisibleText.of(first().function());
    return PARAMETERS.matcher(PACKAGE.matcher(name).replaceFirst("")).replaceFirst("");
  }

  /** No job is in two boxes, so the first one tells them apart. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && box.first().id() == first().id();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first().id());
  }
}
