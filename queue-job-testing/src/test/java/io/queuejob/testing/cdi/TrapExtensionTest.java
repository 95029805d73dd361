package io.queuejob.testing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.testing.JobTrap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@EnableAutoWeld
@AddExtensions(TrapExtension.class)
class TrapExtensionTest {

  @Inject private Shop shop;
  @Inject private Letters letters;
  @Inject private Printer printer;
  @Inject private JobTrap trap;

  /** Calls others. */
  @ApplicationScoped
  public static class Shop {
    @Inject private Letters letters;
    @Inject private Printer printer;
    @Inject private JobQueue jobs;

    public JobRef order(long number) {
      letters.send(number, "thank you");
      printer.print(number);
      return jobs.withDelay(Shop.class).priority(3).call(shop -> shop.close(number));
    }

    public void close(long number) {
      letters.send(number, "done");
    }
  }

  /** Delays by its methods. */
  @ApplicationScoped
  public static class Letters {
    private final List<String> sent = new ArrayList<>();
    @Inject private Letters self;

    @Delayed(channel = "mail")
    public void send(long number, String text) {
      sent.add(number + " " + text);
      if (text.equals("done")) {
        self.send(number, "once more");
      }
    }

    public List<String> sent() {
      return sent;
    }
  }

  /** Delays by its class. */
  @Delayed(channel = "print")
  @ApplicationScoped
  public static class Printer {
    private int printed;

    public JobRef print(long number) {
      printed++;
      return null;
    }

    int printed() {
      return printed;
    }
  }

  @Test
  void calls_of_injected_beans_and_of_the_injected_queue_are_trapped() {
    JobRef ref = shop.order(7);

    trap.assertCount(3);
    trap.assertQueued(Letters.class, l -> l.send(7, "thank you")).inChannel("root.mail");
    trap.assertQueued(Printer.class, p -> p.print(7)).inChannel("root.print");
    assertThat(ref)
        .isEqualTo(trap.assertQueued(Shop.class, s -> s.close(7)).withPriority(3).job().ref());
    assertThat(letters.sent()).isEmpty();
  }

  @Test
  void jobs_run_upon_the_beans_of_the_container_and_delay_others() throws Exception {
    shop.order(7);

    trap.perform();
    assertThat(letters.sent()).containsExactly("7 thank you");
    assertThat(printer.printed()).isEqualTo(1);
    trap.assertCount(1);

    trap.drain().assertAllDone();
    assertThat(letters.sent()).containsExactly("7 thank you", "7 done", "7 once more");
  }

  @RepeatedTest(2)
  void each_test_has_a_trap_of_its_own() {
    trap.assertCount(0);
    shop.order(1);
  }

  @Test
  void a_bean_that_the_container_has_not_is_named() {
    trap.queue().withDelay(List.class).call(List::clear);

    assertThatThrownBy(() -> trap.perform())
        .hasMessageContaining("expected one instance of java.util.List")
        .hasMessageContaining("found none among [], and not one in the container");
  }

  /** Cannot be deployed. */
  @ApplicationScoped
  public static class Wrong {
    @Delayed
    public int count() {
      return 1;
    }
  }

  @Test
  void a_declaration_that_would_fail_the_deployment_fails_it() {
    Weld weld =
        new Weld()
            .disableDiscovery()
            .containerId("wrong")
            .addBeanClasses(Wrong.class)
            .addExtensions(new TrapExtension());
    assertThatThrownBy(weld::initialize)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("Wrong.count");
  }

  @Test
  void the_engine_is_left_out_even_where_its_jar_is_searched() {
    JobTrap mine = new JobTrap();
    Weld weld =
        new Weld()
            .disableDiscovery()
            .containerId("searched")
            .addPackages(true, io.queuejob.internal.boot.Producers.class)
            .addBeanClasses(Shop.class, Letters.class, Printer.class)
            .addExtensions(new TrapExtension(mine));
    try (var container = weld.initialize()) {
      container.select(Shop.class).get().order(7);
      mine.assertCount(3);
    }
  }
}
