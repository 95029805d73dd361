package io.queuejob.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.Delayed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDeclarationTest {

  @Dependent
  static class StaticMethod {
    @Delayed
    public static void go() {}
  }

  @Dependent
  static class FinalMethod {
    @Delayed
    public final void go() {}
  }

  @Dependent
  static class PrivateMethod {
    @Delayed
    @SuppressWarnings("UnusedMethod")
    private void go() {}
  }

  @Delayed
  @Dependent
  static final class FinalClass {
    public void go() {}
  }

  @ApplicationScoped
  static class ReturnsValue {
    @Delayed
    public int go() {
      return 1;
    }
  }

  @ApplicationScoped
  static class TakesStream {
    @Delayed
    public void go(int first, InputStream content) {}
  }

  @Stateless
  static class RequiresNew {
    @Delayed
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void go() {}
  }

  @Stateless
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  static class NotSupported {
    @Delayed
    public void go() {}

    @Delayed
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void fine() {}
  }

  @Singleton
  @TransactionManagement(TransactionManagementType.BEAN)
  static class BeanManaged {
    @Delayed
    public void go() {}
  }

  @Stateless
  static class NotPublic {
    @Delayed
    void go() {}
  }

  @Stateless
  static class Asynchronously {
    @Delayed
    @Asynchronous
    public void go() {}
  }

  @ApplicationScoped
  static class BadMembers {
    @Delayed(channel = "root..mail", maxRetries = -1, timeoutSeconds = -2)
    public void go() {}
  }

  interface OnInterface {
    @Delayed
    void go();
  }

  @ApplicationScoped
  static class Implements implements OnInterface {
    @Override
    public void go() {}
  }

  static class NoBean {
    NoBean(String unknown) {}

    @Delayed
    public void go() {}
  }

  private static void refused(Class<?> bean, String id, String... parts) {
    assertThat(Deployment.failure(bean)).contains(id + " ").contains(parts);
  }

  @Test
  void methods_that_cannot_be_intercepted() {
    refused(StaticMethod.class, "QJ1101", "StaticMethod.go", "remove 'static' or @Delayed");
    refused(FinalMethod.class, "QJ1102", "FinalMethod.go", "remove 'final'");
    refused(PrivateMethod.class, "QJ1103", "PrivateMethod.go", "make it public");
    refused(FinalClass.class, "QJ1104", "FinalClass", "remove 'final'");
  }

  @ParameterizedTest
  @ValueSource(classes = {StaticMethod.class, FinalMethod.class, PrivateMethod.class})
  void a_modifier_is_one_fault_with_one_cure(Class<?> bean) {
    assertThat(Deployment.failure(bean)).doesNotContain("QJ1100 ", "QJ1114 ");
  }

  @Test
  void a_return_value_that_nobody_could_get() {
    refused(ReturnsValue.class, "QJ1105", "found int", "through JobQueue");
  }

  @Test
  void a_parameter_that_cannot_be_bound_is_named() {
    refused(
        TakesStream.class,
        "QJ1106",
        "TakesStream.go, parameter {1} 'content' of type java.io.InputStream",
        "pass the content as byte[]");
  }

  @Test
  void session_beans_that_leave_the_callers_transaction() {
    refused(RequiresNew.class, "QJ1107", "RequiresNew.go", "found REQUIRES_NEW");
    assertThat(Deployment.failure(NotSupported.class))
        .contains("QJ1107 ", "NotSupported.go", "found NOT_SUPPORTED")
        .doesNotContain("fine");
    refused(BeanManaged.class, "QJ1108", "BeanManaged.go");
    refused(Asynchronously.class, "QJ1115", "remove @Asynchronous");
  }

  @Test
  void a_session_beans_method_that_nobody_can_call() {
    refused(NotPublic.class, "QJ1113", "NotPublic.go");
  }

  @Test
  void members_that_cannot_be_used_are_reported_together() {
    assertThat(Deployment.failure(BadMembers.class))
        .contains("QJ1100 ", "found 3 that cannot")
        .contains("QJ1109 ", "found 'root..mail'")
        .contains("QJ1110 ", "maxRetries of 0 or more, found -1")
        .contains("timeoutSeconds of 0 or more, found -2");
  }

  @Test
  void several_classes_are_reported_together() {
    assertThat(Deployment.failure(StaticMethod.class, ReturnsValue.class))
        .contains("QJ1100 ", "QJ1101 ", "QJ1105 ");
  }

  @Test
  void a_declaration_on_an_interface_is_not_ignored() {
    refused(Implements.class, "QJ1111", "OnInterface.go", "move it to the implementing class");
  }

  @Test
  void a_declaration_on_a_class_that_is_no_bean() {
    refused(NoBean.class, "QJ1112", "NoBean", "give it a scope");
  }
}
