package io.queuejob.internal.operations.doctor;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.internal.storage.doctor.NodeFacts.NodeFact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges the nodes. */
final class NodeChecks {
  static final Check[] CHECKS = {
    Check.RUNNER, Check.VERSIONS, Check.HEARTBEAT, Check.CONFIGURATION, Check.EVICTION, Check.POOLER
  };

  /** A pulse comes every second or two. */
  private static final double SILENT_SECONDS = 10;

  private NodeChecks() {}

  static List<Finding> of(List<NodeFact> nodes) {
    Findings findings = new Findings();
    List<NodeFact> beating = nodes.stream().filter(n -> n.silent() < SILENT_SECONDS).toList();
    if (beating.isEmpty() && nodes.stream().noneMatch(NodeFact::locked)) {
      findings.wrong(Check.RUNNER, "none");
    }
    versions(beating, findings);
    for (NodeFact node : nodes) {
      if (node.silent() >= SILENT_SECONDS) {
        String kind = node.locked() ? "frozen" : "dead";
        findings.wrong(Check.HEARTBEAT, kind, node.label(), Findings.span(node.silent()));
      } else if (node.behind()) {
        findings.look(Check.CONFIGURATION, "behind", node.label());
      }
      if (node.between()) {
        findings.look(Check.POOLER, "between", node.label());
      }
    }
    rights(beating, findings);
    return findings.of(CHECKS);
  }

  private static void versions(List<NodeFact> nodes, Findings findings) {
    Map<String, Set<String>> versions = new TreeMap<>();
    for (NodeFact node : nodes) {
      versions.computeIfAbsent(node.application(), a -> new TreeSet<>()).add(version(node));
    }
    versions.forEach(
        (application, all) -> {
          if (all.size() > 1) {
            findings.look(Check.VERSIONS, "mixed", application, String.join(", ", all));
          }
        });
  }

  /** That of the application where it is known, and that of the engine. */
  private static String version(NodeFact node) {
    boolean unknown = node.version().isEmpty() || node.version().equals("null");
    if (node.applicationVersion() == null) {
      return unknown ? "?" : node.version();
    }
    return node.applicationVersion() + (unknown ? "" : " (Queue Job " + node.version() + ")");
  }

  /** Sessions of one's own role may always be ended. */
  private static void rights(List<NodeFact> nodes, Findings findings) {
    Set<String> roles =
        nodes.stream().map(NodeFact::role).collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = new TreeSet<>();
    for (NodeFact node : nodes) {
      if (roles.size() > 1 && !node.maySignal() && told.add(node.role())) {
        Set<String> others = new TreeSet<>(roles);
        others.remove(node.role());
        findings.look(
            Check.EVICTION, "forbidden", node.role(), node.label(), String.join(", ", others));
      }
    }
  }
}
