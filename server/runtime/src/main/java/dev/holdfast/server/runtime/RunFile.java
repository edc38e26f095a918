package dev.holdfast.server.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.storage.postgres.DatabaseTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where this process can be found: {@code run.json} in the data folder, for the launcher and the
 * tools on the same machine. Only its owner may read it, because it holds the database's login.
 */
final class RunFile {
  private final Path file;

  private RunFile(Path file) {
    this.file = file;
  }

  /**
   * Writes the file.
   *
   * @param postgresPid 0 when the database is not ours
   */
  static RunFile write(
      Path data, String url, String management, DatabaseTarget database, long postgresPid)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("pid", ProcessHandle.current().pid());
    json.put("url", url);
    json.put("management", management);
    json.put("embedded", postgresPid != 0);
    json.put("postgresPid", postgresPid);
    json.put("databaseUrl", database.jdbcUrl());
    json.put("databaseUser", database.user());
    json.put("databasePassword", database.password());
    Path file = data.resolve("run.json");
    Path draft = privateFile(data.resolve("run.json.tmp"));
    Files.write(draft, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new RunFile(file);
  }

  /** An empty file that only its owner may read. */
  static Path privateFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Removes the file: the process is stopping. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
