package io.queuejob.internal.capture;

import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.bean.RegisteredBean;
import java.lang.reflect.Method;
import java.util.List;

/** Texts of this package, ids QJ1000 to QJ1029 but QJ1008, which is of the options. */
final class Messages {

  private Messages() {}

  static CaptureException notRunning(Throwable cause) {
    return new CaptureException(
        "QJ1000",
        "expected a started engine, found none"
            + (cause == null ? "" : ": " + cause.getMessage())
            + "; look for its error in the server's log at the start of the application",
        cause);
  }

  static CaptureException markedForRollback(String function) {
    return new CaptureException(
        "QJ1001",
        function
            + ": expected a transaction that can be committed, found one that is marked for"
            + " rollback; call before the failure, or in a transaction of its own");
  }

  static CaptureException ownTransactionFailed(String function, Exception cause) {
    return new CaptureException(
        "QJ1002",
        function
            + ": expected to store the call in a transaction of its own, since none was active,"
            + " found "
            + cause
            + "; the call was not stored",
        cause);
  }

  static CaptureException tooLarge(String function, long found, int allowed) {
    return new CaptureException(
        "QJ1003",
        function
            + ": expected at most "
            + allowed
            + " bytes of arguments, found "
            + found
            + "; store the data and pass its key, or raise queue-job.max-payload");
  }

  static CaptureException unknownBean(Class<?> type) {
    return new CaptureException(
        "QJ1004",
        type.getName()
            + ": expected the class or business interface of an EJB or CDI bean of the application,"
            + " found no such bean; give it a scope or @Stateless, and see that its archive has a"
            + " beans.xml");
  }

  static CaptureException ambiguousBean(Class<?> type, List<RegisteredBean> beans) {
    return new CaptureException(
        "QJ1005",
        type.getName()
            + ": expected one bean of this type, found "
            + beans.stream().map(RegisteredBean::name).sorted().toList()
            + "; name the class of the one that is meant");
  }

  static CaptureException noBusinessMethod(RegisteredBean bean, Method method) {
    return new CaptureException(
        "QJ1006",
        bean.name()
            + ": expected a method that can be called through the container, found "
            + method.getName()
            + "; add it to a business interface of the bean, or give the bean a no-interface view");
  }

  static CaptureException notInCatalog(Class<?> type, Method method) {
    return new CaptureException(
        "QJ1007",
        type.getName()
            + "."
            + method.getName()
            + ": expected a bean that was found at deployment, found another class; only managed"
            + " beans and session beans can be delayed");
  }

  static CaptureException transactionIsCompleting(String function, Exception cause) {
    return new CaptureException(
        "QJ1009",
        function
            + ": expected a transaction that can still take the job's row, found one whose commit"
            + " is under way ("
            + cause.getMessage()
            + "); make the call before the method ends, not in a callback of the flush at the commit",
        cause);
  }
}
