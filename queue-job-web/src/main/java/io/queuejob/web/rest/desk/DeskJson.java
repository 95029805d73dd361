package io.queuejob.web.rest.desk;

import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditPage;
import io.queuejob.admin.channel.ChannelLoad;
import io.queuejob.admin.channel.ChannelOrigin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.admin.node.NodeStatus;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** Channels, nodes and entries of the audit as JSON. Instants are in ISO 8601 at UTC. */
final class DeskJson {
  private DeskJson() {}

  static JsonObjectBuilder channel(ChannelStatus channel) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Fields.add(json, "path", channel.path());
    JsonObjectBuilder options = Json.createObjectBuilder();
    channel.options().forEach((key, value) -> Fields.add(options, key, value));
    json.add("options", options);
    Fields.add(json, "version", channel.version());
    Fields.add(json, "effective", channel.effective());
    Fields.add(json, "limitedBy", channel.limitedBy());
    load(json, channel.load());
    origin(json, channel.origin());
    return json;
  }

  private static void load(JsonObjectBuilder json, ChannelLoad load) {
    Fields.add(json, "held", load.held());
    JsonObjectBuilder nodes = Json.createObjectBuilder();
    load.nodes().forEach(share -> Fields.add(nodes, share.node(), share.held()));
    json.add("nodes", nodes);
    Fields.add(json, "running", load.running());
    Fields.add(json, "waiting", load.waiting());
    Fields.add(json, "moreWait", load.more());
    Fields.add(json, "oldest", load.oldest());
    Fields.add(json, "startsPerMinute", load.startsPerMinute());
  }

  private static void origin(JsonObjectBuilder json, ChannelOrigin origin) {
    Fields.add(json, "toldBy", origin.toldBy());
    Fields.add(json, "told", origin.told());
    Fields.add(json, "changedBy", origin.changedBy());
    Fields.add(json, "changed", origin.changed());
    Fields.add(json, "pausedBy", origin.pausedBy());
    Fields.add(json, "pausedSince", origin.pausedSince());
  }

  static JsonObjectBuilder node(NodeStatus node) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Fields.add(json, "id", node.id());
    Fields.add(json, "node", node.label());
    Fields.add(json, "application", node.application());
    Fields.add(json, "version", node.version());
    Fields.add(json, "applicationVersion", node.applicationVersion());
    Fields.add(json, "state", node.state().name().toLowerCase(Locale.ROOT));
    Fields.add(json, "joined", node.life().joined());
    Fields.add(json, "heartbeat", node.life().heartbeat());
    Fields.add(json, "silentMillis", node.life().silentMillis());
    Fields.add(json, "gone", node.life().gone());
    Fields.add(json, "goneReason", node.life().goneReason());
    Fields.add(json, "running", node.work().running());
    Fields.add(json, "held", node.work().held());
    Fields.add(json, "maxRunning", node.work().maxRunning());
    JsonObjectBuilder slots = Json.createObjectBuilder();
    node.work().slots().forEach(slot -> Fields.add(slots, slot.channel(), slot.held()));
    json.add("slots", slots);
    Fields.add(json, "drainedBy", node.drain() == null ? null : node.drain().by());
    Fields.add(json, "drainedSince", node.drain() == null ? null : node.drain().since());
    Fields.add(json, "behind", node.behind());
    Fields.add(json, "refused", node.refused());
    return node.lastError() == null
        ? json.addNull("lastError")
        : json.add("lastError", error(node));
  }

  private static JsonObjectBuilder error(NodeStatus node) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Fields.add(json, "job", node.lastError().job());
    Fields.add(json, "errorClass", node.lastError().errorClass());
    Fields.add(json, "message", node.lastError().message());
    return Fields.add(json, "at", node.lastError().at());
  }

  static JsonObject page(AuditPage page) {
    JsonArrayBuilder entries = Json.createArrayBuilder();
    page.entries().forEach(entry -> entries.add(entry(entry)));
    JsonObjectBuilder json = Json.createObjectBuilder().add("entries", entries);
    Fields.add(json, "next", page.next());
    return Fields.add(json, "stopped", page.stopped()).build();
  }

  private static JsonObjectBuilder entry(AuditEntry entry) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Fields.add(json, "id", entry.id());
    Fields.add(json, "at", entry.at());
    Fields.add(json, "actor", entry.actor());
    Fields.add(json, "action", entry.action());
    Fields.add(json, "subject", entry.subject());
    Fields.add(json, "filter", entry.filter());
    Fields.add(json, "jobs", entry.jobs());
    json.add("before", Fields.stored(entry.before()));
    return json.add("after", Fields.stored(entry.after()));
  }
}
