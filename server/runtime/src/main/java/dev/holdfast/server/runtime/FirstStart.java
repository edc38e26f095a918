package dev.holdfast.server.runtime;

import dev.holdfast.application.access.Keys;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an empty database gets: a first client and its first admin key, which is the operator's too.
 * A database whose last operator key was revoked gets a new one: the way back in for who owns it.
 * The key goes to a file that only its owner can read, never to the log.
 */
final class FirstStart {
  /** The client of the demo company and of everybody who starts from scratch. */
  static final String FIRST_CLIENT = "harbor";

  static final String KEY_FILE = "first-admin-key";

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final AccessStore access;
  private final Keys keys;
  private final Settings settings;

  FirstStart(AccessStore access, Keys keys, Settings settings) {
    this.access = access;
    this.keys = keys;
    this.settings = settings;
  }

  private boolean hasOperator(ClientRow client) {
    return keys.list(client.id()).stream()
        .anyMatch(key -> key.operator() && key.revokedAt() == null);
  }

  void run() throws IOException {
    ClientRow client = access.client(FIRST_CLIENT).orElse(null);
    if (client == null && access.clients().isEmpty()) {
      client = access.createClient(FIRST_CLIENT, "Harbor Wholesale").orElse(null);
    }
    if (client == null || hasOperator(client)) {
      return;
    }
    Path file = RunFile.privateFile(settings.data().resolve(KEY_FILE));
    Files.writeString(file, keys.issue(client.id(), "first admin", Role.ADMIN, true).secret());
    LOG.info("the first admin key is in {}; read it and delete the file", file);
  }
}
