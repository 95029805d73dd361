package io.queuejob.web.job;

import io.queuejob.admin.JobDetail;
import io.queuejob.admin.job.JobNow;
import io.queuejob.api.related.Related;
import io.queuejob.web.VisibleText;
import io.queuejob.web.job.graph.Drawing;
import io.queuejob.web.job.tree.CallTree;
import io.queuejob.web.job.tree.TreeNode;
import io.queuejob.web.job.tree.TreeReader;
import io.queuejob.web.job.why.WhyLine;
import io.queuejob.web.job.why.WhyWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;

/** What the page of one job says, in the form in which it says it. */
@Named("queueJobTexts")
@RequestScoped
public class JobTexts {
  private static final int LONGEST_TEXT = 200_000;

  private JobView view;

  protected JobTexts() {}

  @Inject
  JobTexts(JobView view) {
    this.view = view;
  }

  /** What is true of the job now. */
  public JobNow getNow() {
    return view.snapshot().now();
  }

  /** Why the job is where it is, in words. */
  public List<WhyLine> getWhy() {
    FacesContext faces = FacesContext.getCurrentInstance();
    ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "queueJobText");
    return new WhyWords(texts).lines(getNow().reasons());
  }

  /** How far the run came in parts of a hundred; null if it did not say. */
  public Integer getPercent() {
    JobNow.Progress progress = getNow().progress();
    boolean known =
        progress != null
            && progress.done() != null
            && progress.of() != null
            && progress.of() > 0
            && progress.done() >= 0;
    return known ? (int) Math.min(100, progress.done() * 100.0 / progress.of()) : null;
  }

  /** What the run says of its progress; null if nothing. */
  public String getProgressText() {
    JobNow.Progress progress = getNow().progress();
    if (progress == null) {
      return null;
    }
    String text = Objects.requireNonNullElse(VisibleText.firstLine(progress.text()), "");
    return progress.done() == null || progress.of() == null
        ? text
        : (progress.done() + " / " + progress.of() + " " + text).strip();
  }

  public List<TreeNode> getArguments() {
    JobDetail job = view.getJob();
    return CallTree.of(view.arguments(), job.row().function(), getNow().parameterNames());
  }

  public String getCaller() {
    return VisibleText.of(view.getJob().caller());
  }

  /** What the job is about, fit to show. */
  public List<Related> getRelated() {
    return view.getJob().related().stream()
        .map(one -> new Related(VisibleText.of(one.label()), one.url()))
        .toList();
  }

  /** The stored call laid out, to be copied. */
  public String getArgumentsText() {
    return shown(JsonText.pretty(view.arguments()));
  }

  public List<TreeNode> getContext() {
    return tree(view.getJob().context());
  }

  public List<TreeNode> getAttributes() {
    return tree(view.getJob().attributes());
  }

  /** The result; empty if there is none, or it is no JSON but a text. */
  public List<TreeNode> getResult() {
    return tree(view.result());
  }

  public String getResultText() {
    return shown(JsonText.pretty(view.result()));
  }

  /** The last failure of a job that is not over it; null if there is none. */
  public HistoryEntry.Failure getFailure() {
    JobDetail job = view.getJob();
    return HistoryEntry.Failure.ofNullable(job.errorClass(), job.row().error(), job.stackTrace());
  }

  /** How long the last run took; null if none has ended. */
  public String getRunLength() {
    return Span.between(view.getJob().started(), view.getJob().row().finished());
  }

  public List<Step> getHistory() {
    return Step.of(view.snapshot());
  }

  public Drawing getDrawing() {
    return view.snapshot().drawing();
  }

  /** Identity key fit to show; null if the job has none. */
  public String getIdentityKey() {
    JobNow.Identity identity = getNow().identity();
    return identity == null ? null : VisibleText.of(identity.key());
  }

  private static List<TreeNode> tree(String json) {
    return TreeReader.read(json).map(List::of).orElse(List.of());
  }

  private static String shown(String text) {
    if (text == null || text.length() <= LONGEST_TEXT) {
      return VisibleText.of(text);
    }
    return VisibleText.of(text.substring(0, LONGEST_TEXT)) + "…";
  }
}
