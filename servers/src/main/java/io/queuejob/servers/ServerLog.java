package io.queuejob.servers;

import io.queuejob.servers.setup.LogForm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Reads a server's log while it is being written, one whole line at a time. */
final class ServerLog {

  private static final int LONGEST_READ = 1 << 20;
  private static final int MOST_COMPLAINTS = 12;

  private final Path file;
  private final LogForm form;
  private final Set<String> complaints = new LinkedHashSet<>();
  private long position;
  private boolean bootEnded;
  private boolean inComplaint;

  ServerLog(Path file, LogForm form) {
    this.file = file;
    this.form = form;
  }

  /** The lines written since the last call, incomplete last one excepted. */
  List<String> newLines() {
    var lines = new ArrayList<String>();
    try (var access = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.min(LONGEST_READ, access.length() - position)];
      access.seek(position);
      access.readFully(bytes);
      int start = 0;
      for (int end = 0; end < bytes.length; end++) {
        if (bytes[end] == '\n') {
          lines.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
          start = end + 1;
        }
      }
      position += start;
    } catch (IOException e) {
      throw new ServerFailedException("could not read the server's log " + file + ": " + e, e);
    }
    lines.forEach(this::note);
    return lines;
  }

  private void note(String line) {
    Matcher record = form.record().matcher(line);
    if (record.matches()) {
      bootEnded |= form.bootEnd().matcher(record.group("text")).matches();
      inComplaint = form.severe().contains(record.group("level"));
    }
    String text = record.matches() ? record.group("text") : line;
    boolean telling = record.matches() || line.startsWith("Caused by: ");
    boolean wanted = inComplaint && telling && !text.isBlank();
    if (wanted && complaints.size() < MOST_COMPLAINTS) {
      complaints.add(text);
    }
  }

  /** Whether the server said that it has started, be it with or without its applications. */
  boolean bootEnded() {
    return bootEnded;
  }

  /** The first serious complaints and their causes, each once. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What the product itself says in a line, or null if somebody else speaks. */
  String productMessage(String line) {
    Matcher matcher = form.record().matcher(line);
    if (!matcher.matches() || !matcher.group("logger").startsWith("io.queuejob")) {
      return null;
    }
    String level = matcher.group("level");
    return level.equals(form.plain()) ? matcher.group("text") : level + " " + matcher.group("text");
  }

  /** The last lines of all that was written, frames of stack traces left out. */
  String tail(int count) {
    try (Stream<String> all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> lines = all.filter(line -> !line.startsWith("\t") && !line.isBlank()).toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }
}
