package dev.holdfast.lab.postgres;

import dev.holdfast.lab.LabException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A standby of the laboratory's server that follows its log. The embedded server brings no
 * pg_basebackup, so its files are copied while it runs, between pg_backup_start and pg_backup_stop
 * (manual, "Making a Base Backup Using the Low Level API"), which is what that program does.
 */
final class Standby {
  private static final Set<String> NOT_COPIED =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final String SLOT = "lab_standby";

  private Standby() {}

  /** Copies the primary to a folder and starts it there. */
  static LabServer start(LabServer primary, Connection owner, Path home)
      throws IOException, SQLException {
    Files.createDirectories(home);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(home.resolve("password"), primary.password());
    Path files = home.resolve("data");
    // The log since the copy began is kept until the standby has it.
    Sql.run(owner, "select pg_create_physical_replication_slot('" + SLOT + "', true)");
    Sql.run(owner, "select pg_backup_start('lab', true)");
    copy(primary.files(), files);
    try (PreparedStatement stop =
            owner.prepareStatement("select labelfile from pg_backup_stop(false)");
        ResultSet label = stop.executeQuery()) {
      label.next();
      Files.writeString(files.resolve("backup_label"), label.getString(1));
    }
    Files.createFile(files.resolve("standby.signal"));
    Files.writeString(
        files.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port="
            + primary.port()
            + " user=postgres password="
            + primary.password()
            + "'\nprimary_slot_name = '"
            + SLOT
            + "'\n");
    return LabServer.start(home);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path copy = Files.createDirectories(to.resolve(from.relativize(folder)));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            boolean left = isTop(folder) && NOT_COPIED.contains(folder.getFileName().toString());
            boolean log = from.relativize(folder).toString().equals("pg_wal");
            if (log) {
              Files.createDirectories(copy.resolve("archive_status"));
            }
            return left || log ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isTop(file) || !NOT_COPIED.contains(file.getFileName().toString())) {
              Files.copy(
                  file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }

          // Temporary files and dropped tables go while they are copied; the log knows.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }

          private boolean isTop(Path path) {
            return from.equals(path.getParent());
          }
        });
  }

  /** Waits until the standby shows everything that is committed now; seconds that it took. */
  static double await(Connection primary, Connection standby) throws SQLException {
    String position = Sql.text(primary, "select pg_current_wal_flush_lsn()");
    long began = System.nanoTime();
    while (Sql.number(
            standby, "select (pg_last_wal_replay_lsn() >= '" + position + "'::pg_lsn)::int")
        == 0) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new LabException(
            "The standby does not follow within "
                + PATIENCE.toMinutes()
                + " minutes; its log is"
                + " beside its files. Run with --keep to look at it.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
