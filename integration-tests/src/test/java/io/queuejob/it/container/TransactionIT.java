package io.queuejob.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobQueue;
import io.queuejob.api.error.CaptureException;
import io.queuejob.it.container.note.Callbacks;
import io.queuejob.it.container.note.CdiDesk;
import io.queuejob.it.container.note.Clerk;
import io.queuejob.it.container.note.Desk;
import io.queuejob.it.container.note.Desk.End;
import io.queuejob.it.container.note.EjbDesk;
import io.queuejob.it.container.note.Mails;
import io.queuejob.it.container.note.Papers;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job exists if and only if its caller's transaction committed. The channel is paused. */
@ExtendWith(ArquillianExtension.class)
class TransactionIT {

  @Inject private EjbDesk ejbDesk;
  @Inject private CdiDesk cdiDesk;
  @Inject private Clerk clerk;
  @Inject private Mails mails;
  @Inject private Papers papers;
  @Inject private JobQueue jobs;
  @Inject private Callbacks callbacks;
  @Inject private Database database;

  @Deployment
  static WebArchive application() {
    return Wars.application("notes", Desk.class.getPackage(), "root:4,root.held:1:paused")
        .addClass(Database.class);
  }

  private Map<String, Desk> desks() {
    return Map.of("ejb", ejbDesk, "cdi", cdiDesk);
  }

  private Map<String, Consumer<String>> calls() {
    Map<String, Consumer<String>> calls = new LinkedHashMap<>();
    calls.put("ejb method", mails::send);
    calls.put("cdi method", papers::print);
    calls.put("withDelay", this::withDelay);
    return calls;
  }

  private void withDelay(String text) {
    jobs.withDelay(Papers.class).channel("root.held").description(text).call(p -> p.count(text));
  }

  /** A text for each kind of transaction and call. */
  private void forEach(String test, DeskCall check) {
    desks()
        .forEach(
            (kind, desk) ->
                calls().forEach((how, call) -> check.on(desk, call, test + kind + how)));
  }

  private interface DeskCall {
    void on(Desk desk, Consumer<String> call, String text);
  }

  private String transactionOfJob(String text) {
    return database.text("SELECT xmin FROM queue_job.job WHERE description = ?", text);
  }

  private String transactionOfNote(String text) {
    return database.text("SELECT xmin FROM note WHERE text = ?", text);
  }

  @Test
  void a_job_is_stored_by_the_transaction_that_stores_the_callers_row() {
    forEach(
        "row first, then job: ",
        (desk, call, text) -> {
          desk.writeThen(text, () -> call.accept(text), End.COMMIT);
          assertThat(transactionOfJob(text)).isNotNull().isEqualTo(transactionOfNote(text));
        });
  }

  @Test
  void a_job_that_comes_before_the_callers_row_is_stored_by_the_same_transaction() {
    forEach(
        "job first, then row: ",
        (desk, call, text) -> {
          desk.afterwardsWrite(text, () -> call.accept(text));
          assertThat(transactionOfJob(text)).isNotNull().isEqualTo(transactionOfNote(text));
        });
  }

  @Test
  void many_jobs_of_one_caller_are_stored_by_one_transaction() {
    ejbDesk.writeThen(
        "many",
        () -> {
          for (int i = 0; i < 300; i++) {
            papers.print("one of many");
          }
        },
        End.COMMIT);

    List<String> found =
        database.texts(
            "SELECT xmin::text || ' ' || count(*) FROM queue_job.job WHERE description = ?"
                + " GROUP BY xmin::text",
            "one of many");
    assertThat(found).containsExactly(transactionOfNote("many") + " 300");
  }

  private List<String> transactionsOfJobs(String text) {
    return database.texts(
        "SELECT xmin::text FROM queue_job.job WHERE description = ? ORDER BY id", text);
  }

  @Test
  void calls_after_a_flush_are_stored_by_the_callers_transaction() {
    forEach(
        "flush, then jobs: ",
        (desk, call, text) -> {
          desk.writeFlushThen(
              text,
              () -> {
                call.accept(text);
                call.accept(text);
              });
          String own = transactionOfNote(text);
          assertThat(transactionsOfJobs(text)).containsExactly(own, own);
        });
  }

  @Test
  void calls_by_other_beans_after_a_flush_are_stored_by_the_callers_transaction() {
    forEach(
        "flush, then clerks: ",
        (desk, call, text) -> {
          desk.writeFlushThen(
              text,
              () -> {
                clerk.pass(() -> call.accept(text));
                clerk.pass(() -> call.accept(text));
                call.accept(text);
              });
          String own = transactionOfNote(text);
          assertThat(transactionsOfJobs(text)).containsExactly(own, own, own);
        });
  }

  @Test
  void a_rollback_leaves_no_job() {
    for (End end : List.of(End.ROLLBACK, End.ROLLBACK_AFTER_FLUSH)) {
      forEach(
          end + ": ",
          (desk, call, text) -> {
            desk.writeThen(text, () -> call.accept(text), end);
            assertThat(transactionOfNote(text)).isNull();
            assertThat(transactionOfJob(text)).isNull();
          });
    }
  }

  @Test
  void a_caller_without_a_transaction_has_its_job_stored_at_once() {
    calls()
        .forEach(
            (how, call) -> {
              call.accept("no transaction " + how);
              assertThat(transactionOfJob("no transaction " + how)).isNotNull();
            });
  }

  @Test
  void a_first_call_within_a_flush_of_the_callers_is_stored_by_its_transaction() {
    desks()
        .forEach(
            (kind, desk) -> {
              desk.writeAndFlush("call in a flush " + kind);
              assertThat(transactionOfJob("call in a flush " + kind))
                  .isNotNull()
                  .isEqualTo(transactionOfNote("call in a flush " + kind));
            });
  }

  @Test
  void a_first_call_within_the_commit_is_stored_by_it_or_refused() {
    desks()
        .forEach(
            (kind, desk) -> {
              String text = "call in the commit " + kind;
              Throwable failure = catchAny(() -> desk.writeThen(text, () -> {}, End.COMMIT));
              CaptureException refusal = callbacks.takeRefusal();
              if (refusal == null) {
                assertThat(failure).isNull();
                assertThat(transactionOfNote(text)).isNotNull();
              } else {
                assertThat(refusal).hasMessageContaining("QJ1009");
                assertThat(failure).isNotNull();
                assertThat(transactionOfNote(text)).isNull();
              }
              assertThat(transactionOfJob(text)).isEqualTo(transactionOfNote(text));
            });
  }

  @Test
  void a_refusal_within_the_commit_that_the_caller_swallows_leaves_no_job() {
    desks()
        .forEach(
            (kind, desk) -> {
              String text = "try in the commit " + kind;
              desk.writeThen(text, () -> {}, End.COMMIT);
              assertThat(transactionOfNote(text)).isNotNull();
              assertThat(transactionOfJob(text))
                  .isEqualTo(callbacks.takeRefusal() == null ? transactionOfNote(text) : null);
            });
  }

  private static Throwable catchAny(Runnable action) {
    try {
      action.run();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  @Test
  void a_refused_argument_leaves_the_callers_transaction_usable() {
    InputStream content = new ByteArrayInputStream(new byte[] {1});
    Map<String, Runnable> refused =
        Map.of(
            "withDelay", () -> jobs.withDelay(Papers.class).call(p -> p.measure(content)),
            "ejb method", () -> mails.attach(new Mails.Content() {}));
    desks()
        .forEach(
            (kind, desk) ->
                refused.forEach(
                    (how, call) -> {
                      String text = "refused " + kind + how;
                      desk.writeThen(text, () -> assertRefused(call), End.COMMIT);
                      assertThat(transactionOfNote(text)).isNotNull();
                    }));
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("QJ12")
        .hasMessageContaining("content");
  }
}
