package dev.holdfast.server.runtime;

import dev.holdfast.application.access.Accounts;
import dev.holdfast.application.access.Accounts.Person;
import dev.holdfast.application.access.Keys;
import dev.holdfast.application.access.PasswordRules;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import dev.holdfast.storage.api.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an empty database gets: a first client, its first admin key, which is the operator's too,
 * and an account for people who may do the same. A database whose last operator key was revoked
 * gets a new one: the way back in for who owns it, also when the password is lost. Key and password
 * go to files that only their owner can read, never to the log.
 */
final class FirstStart {
  /** The client of the demo company and of everybody who starts from scratch. */
  static final String FIRST_CLIENT = "harbor";

  static final String KEY_FILE = "first-admin-key";

  static final String PASSWORD_FILE = "first-admin-password";

  /** Who signs in with the first password. */
  static final String FIRST_EMAIL = "admin@localhost";

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final AccessStore access;
  private final Keys keys;
  private final Accounts accounts;
  private final Settings settings;

  FirstStart(AccessStore access, Keys keys, Accounts accounts, Settings settings) {
    this.access = access;
    this.keys = keys;
    this.accounts = accounts;
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
    if (client == null) {
      return;
    }
    if (!hasOperator(client)) {
      Path file = RunFile.privateFile(settings.data().resolve(KEY_FILE));
      Files.writeString(file, keys.issue(client.id(), "first admin", Role.ADMIN, true).secret());
      LOG.info("the first admin key is in {}; read it and delete the file", file);
    }
    if (!hasOperatorAccount(client)) {
      makeAccount(client);
    }
  }

  private boolean hasOperatorAccount(ClientRow client) {
    Page<AccountRow> page = accounts.list(client.id(), null, Page.MAX_LIMIT);
    while (page.next() != null && page.items().stream().noneMatch(AccountRow::operator)) {
      page = accounts.list(client.id(), page.next(), Page.MAX_LIMIT);
    }
    return page.items().stream().anyMatch(AccountRow::operator);
  }

  private void makeAccount(ClientRow client) throws IOException {
    String password = PasswordRules.generate();
    Person admin = new Person(client.id(), FIRST_EMAIL, "First admin", Role.ADMIN, true);
    // Empty when another node that starts at the same time was first.
    if (accounts.create(admin, password).isPresent()) {
      Path file = RunFile.privateFile(settings.data().resolve(PASSWORD_FILE));
      Files.writeString(file, password);
      LOG.info("the password of {} is in {}; read it and delete the file", FIRST_EMAIL, file);
    }
  }
}
