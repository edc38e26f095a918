package dev.holdfast.server.http.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.access.PublicShop;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is told about itself: who is signed in, how to sign in, and which shop is open.
 */
final class SessionAnswer {
  private final AccessStore access;
  private final PublicShop shop;
  private final @Nullable String companyLogin;

  /**
   * @param companyLogin what the company's own login is called; null where there is none
   */
  SessionAnswer(AccessStore access, PublicShop shop, @Nullable String companyLogin) {
    this.access = access;
    this.shop = shop;
    this.companyLogin = companyLogin;
  }

  /**
   * The answer as JSON.
   *
   * @param account who is signed in; null for nobody
   */
  ObjectNode of(@Nullable AccountRow account) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("signedIn", account != null);
    if (account != null) {
      write(account, json.putObject("account"));
    }
    ObjectNode ways = json.putObject("signIn").put("password", true);
    if (companyLogin == null) {
      ways.putNull("openIdConnect");
    } else {
      ways.putObject("openIdConnect").put("name", companyLogin).put("path", OpenIdRoutes.PATH);
    }
    PublicShop.Shop open = shop.now().orElse(null);
    if (open == null) {
      json.putNull("shop");
    } else {
      json.putObject("shop")
          .put("client", open.client())
          .put("name", open.name())
          .put("key", open.key());
    }
    return json;
  }

  private void write(AccountRow account, ObjectNode json) {
    ClientRow client = access.client(account.client()).orElseThrow();
    json.put("id", account.id())
        .put("name", account.name())
        .put("email", account.email())
        .put("role", account.role().label())
        .put("client", client.code())
        .put("clientName", client.name())
        .put("operator", account.operator());
    ArrayNode permissions = json.putArray("permissions");
    for (Permission permission : Permission.values()) {
      if (account.role().may(permission)) {
        permissions.add(permission.label());
      }
    }
  }
}
