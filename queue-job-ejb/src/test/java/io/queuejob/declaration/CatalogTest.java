package io.queuejob.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Named;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final List<String> LOG = new ArrayList<>();
  private static final String HERE = CatalogTest.class.getName() + "$";

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Fast {}

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Region {
    String code();
  }

  @Delayed(channel = "root.nightly", priority = 30)
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Nightly {}

  interface Sends {
    void send(String text);
  }

  @ApplicationScoped
  static class Mailer implements Sends {
    @Override
    public void send(String text) {
      LOG.add("send " + text);
    }

    @Delayed
    public JobRef later(long id, String[] to) {
      return null;
    }
  }

  @Fast
  @Region(code = "eu")
  @ApplicationScoped
  static class FastMailer implements Sends {
    @Override
    public void send(String text) {}
  }

  @Named("report")
  @Dependent
  static class Report {
    public void write(int page) {
      LOG.add("write " + page);
    }

    @PreDestroy
    void gone() {
      LOG.add("gone");
    }
  }

  @Delayed
  @ApplicationScoped
  static class AllDelayed {
    public void first() {}

    public void second(int n) {}

    void helper() {}
  }

  @Nightly
  @ApplicationScoped
  static class ByStereotype {
    public void run() {}
  }

  private static void deployed(java.util.function.Consumer<Deployment.Running> look) {
    LOG.clear();
    Deployment.of(
        look, Mailer.class, FastMailer.class, Report.class, AllDelayed.class, ByStereotype.class);
  }

  @Test
  void declared_functions_are_those_of_methods_classes_and_stereotypes() {
    deployed(
        app ->
            assertThat(app.catalog().declared())
                .extracting(DelayedFunction::name)
                .containsExactlyInAnyOrder(
                    HERE + "Mailer.later(long,String[])",
                    HERE + "AllDelayed.first()",
                    HERE + "AllDelayed.second(int)",
                    HERE + "ByStereotype.run()"));
  }

  @Test
  void every_business_method_is_found_by_its_name() {
    deployed(
        app -> {
          assertThat(app.catalog().find(HERE + "Mailer.send(String)")).isPresent();
          assertThat(app.catalog().find(HERE + "FastMailer@Fast@Region(code=eu).send(String)"))
              .isPresent();
          assertThat(app.catalog().find(HERE + "Mailer.send(int)")).isEmpty();
          assertThat(app.catalog().find(HERE + "Mailer.hashCode()")).isEmpty();
          assertThat(app.catalog().find("java.lang.Runtime.exit(int)")).isEmpty();
          assertThat(app.catalog().find("nonsense")).isEmpty();
        });
  }

  @Test
  void a_function_runs_upon_the_bean_and_dependent_beans_end_with_it() {
    deployed(
        app -> {
          run(app, HERE + "Mailer.send(String)", "hello");
          run(app, HERE + "Report.write(int)", 3);
          assertThat(LOG).containsExactly("send hello", "write 3", "gone");
        });
  }

  private static void run(Deployment.Running app, String name, Object... arguments) {
    DelayedFunction function = app.catalog().find(name).orElseThrow();
    try {
      function.instances().use(bean -> function.method().invoke(bean, arguments));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void beans_are_found_by_class_and_by_interface() {
    deployed(
        app -> {
          assertThat(app.catalog().ofType(FastMailer.class)).hasSize(1);
          assertThat(app.catalog().ofType(Sends.class))
              .as("the one without qualifiers counts")
              .extracting(RegisteredBean::type)
              .containsExactly(Mailer.class);
          assertThat(app.catalog().ofType(String.class)).isEmpty();
        });
  }

  @Test
  void a_reference_that_serves_every_call_is_kept_and_a_dependent_one_is_not() {
    deployed(
        app -> {
          assertThat(twoReferences(app, "Mailer.send(String)")).hasSize(1);
          assertThat(twoReferences(app, "Report.write(int)")).hasSize(2);
        });
  }

  private static Set<Object> twoReferences(Deployment.Running app, String name) {
    DelayedFunction function = app.catalog().find(HERE + name).orElseThrow();
    Set<Object> references = Collections.newSetFromMap(new IdentityHashMap<>());
    try {
      references.add(function.instances().use(bean -> bean));
      references.add(function.instances().use(bean -> bean));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    return references;
  }

  @Test
  void a_bean_is_stored_under_its_own_name_never_under_its_proxys() {
    deployed(
        app -> {
          Object proxy = app.container().select(Mailer.class).get();
          assertThat(proxy.getClass()).isNotEqualTo(Mailer.class);
          RegisteredBean bean = app.catalog().ofInstance(proxy.getClass()).orElseThrow();
          assertThat(bean.name()).isEqualTo(HERE + "Mailer");
          assertThat(app.catalog().find(proxy.getClass().getName() + ".send(String)")).isEmpty();
          assertThat(app.catalog().declared())
              .extracting(DelayedFunction::name)
              .noneMatch(name -> name.contains("Proxy") || name.contains("$$"));
        });
  }
}
