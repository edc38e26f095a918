package dev.holdfast.storage.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The roles that the program works as. None owns anything; what each may do is in the migration
 * {@code V2__roles.sql}.
 *
 * <p>Roles belong to the whole server, so their names carry the database's. Their passwords are
 * derived from the owner's (HMAC-SHA256 over the role's name): every node that knows the owner's
 * login knows them, and nothing has to be stored.
 */
record DatabaseRoles(String database, String ownerPassword) {
  private static final String[] KINDS = {"app", "writer", "access", "jobs", "feed", "audit"};

  String app() {
    return database + "_app";
  }

  String writer() {
    return database + "_writer";
  }

  String access() {
    return database + "_access";
  }

  String jobs() {
    return database + "_jobs";
  }

  String feed() {
    return database + "_feed";
  }

  String audit() {
    return database + "_audit";
  }

  /** The names by placeholder, for the migrations. */
  Map<String, String> placeholders() {
    Map<String, String> names = new TreeMap<>();
    for (String kind : KINDS) {
      names.put(kind, database + "_" + kind);
    }
    return names;
  }

  String password(String role) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = ("holdfast:" + ownerPassword).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] derived = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Creates the missing roles and sets every password, in the caller's transaction. */
  void ensure(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String role : placeholders().values()) {
        // Nothing else may be named when altering: a login that only has CREATEROLE is refused even
        // what would change nothing.
        String verb = exists(owner, role) ? "alter role " : "create role ";
        statement.execute(
            verb
                + statement.enquoteIdentifier(role, true)
                + " with login password "
                + statement.enquoteLiteral(password(role)));
      }
      allowReplication(owner, statement);
      String audit = statement.enquoteIdentifier(audit(), true);
      statement.execute("grant " + audit + " to current_user");
    }
  }

  /** Reading the log is a right of its own; managed servers give it by a role. */
  private void allowReplication(Connection owner, Statement statement) throws SQLException {
    if (has(owner, "select 1 from pg_roles where rolname = ? and rolreplication", feed())) {
      return;
    }
    String role = statement.enquoteIdentifier(feed(), true);
    if (exists(owner, "rds_replication")) {
      statement.execute("grant rds_replication to " + role);
    } else {
      statement.execute("alter role " + role + " replication");
    }
  }

  private static boolean exists(Connection owner, String role) throws SQLException {
    return has(owner, "select 1 from pg_roles where rolname = ?", role);
  }

  private static boolean has(Connection owner, String sql, String role) throws SQLException {
    try (PreparedStatement query = owner.prepareStatement(sql)) {
      query.setString(1, role);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }
}
