package ${package};

import io.queuejob.testing.JobTrap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrdersTest {
  @RegisterExtension final JobTrap trap = new JobTrap();
  final Orders orders = new Orders();

  @BeforeEach
  void inject() {
    orders.invoices = trap.bean(Invoices.class);
    orders.jobs = trap.queue();
  }

  @Test
  void an_order_leaves_its_invoice_to_be_sent() throws Exception {
    orders.place(7);

    trap.assertQueued(Invoices.class, invoices -> invoices.send(7)).inChannel("root.invoices");
    trap.perform(new Invoices());
  }
}
