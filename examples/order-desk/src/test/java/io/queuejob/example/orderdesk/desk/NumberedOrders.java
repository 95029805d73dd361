package io.queuejob.example.orderdesk.desk;

import io.queuejob.example.orderdesk.order.Order;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Takes the place of the database: gives each persisted order the same number. */
final class NumberedOrders {
  private final long number;
  private Order last;

  NumberedOrders(long number) {
    this.number = number;
  }

  /** An entity manager that can only persist orders. */
  EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, this::call);
  }

  /** The order that was persisted last. */
  Order last() {
    return last;
  }

  private Object call(Object self, Method method, Object[] arguments) throws Exception {
    if (method.getName().equals("persist") && arguments[0] instanceof Order order) {
      Field id = Order.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(order, number);
      last = order;
      return null;
    }
    throw new UnsupportedOperationException(method.toString());
  }
}
