package io.queuejob.matrix;

import io.queuejob.demo.Checkout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How the applications are packed. */
enum Archive {
  WAR,
  EAR;

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The example and the console by context root. */
  Map<String, Path> applications(Checkout checkout) {
    return this == WAR
        ? Map.of("order-desk", checkout.orderDesk(), "queue-job", checkout.console())
        : Map.of(
            "order-desk",
            checkout.root().resolve("examples/order-desk-ear/target/order-desk.ear"),
            "queue-job",
            checkout.root().resolve("queue-job-ear/target/queue-job.ear"));
  }

  static Optional<Archive> of(String label) {
    return java.util.Arrays.stream(values()).filter(a -> a.label().equals(label)).findFirst();
  }
}
