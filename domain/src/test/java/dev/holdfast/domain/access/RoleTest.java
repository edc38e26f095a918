package dev.holdfast.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.access.Role.Permission;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RoleTest {
  private static Set<Permission> permissions(Role role) {
    Set<Permission> allowed = EnumSet.noneOf(Permission.class);
    for (Permission permission : Permission.values()) {
      if (role.may(permission)) {
        allowed.add(permission);
      }
    }
    return allowed;
  }

  @Test
  void everyRoleMayDoItsJobAndNoMore() {
    assertThat(permissions(Role.READER)).containsExactly(Permission.LOOK_UP, Permission.READ);
    assertThat(permissions(Role.PARTNER))
        .containsExactly(
            Permission.LOOK_UP,
            Permission.READ,
            Permission.RESERVE,
            Permission.HAND_OVER,
            Permission.PLACE_ORDERS,
            Permission.MANAGE_WEBHOOKS);
    assertThat(permissions(Role.CASHIER))
        .containsExactly(
            Permission.LOOK_UP,
            Permission.READ,
            Permission.SEE_BALANCES,
            Permission.RESERVE,
            Permission.HAND_OVER,
            Permission.SELL,
            Permission.PLACE_ORDERS);
    assertThat(permissions(Role.CLERK))
        .containsExactly(
            Permission.LOOK_UP,
            Permission.READ,
            Permission.SEE_BALANCES,
            Permission.RESERVE,
            Permission.HAND_OVER,
            Permission.SELL,
            Permission.HANDLE_STOCK,
            Permission.PLACE_ORDERS,
            Permission.FULFIL);
    assertThat(permissions(Role.PLANNER))
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(Permission.MANAGE_WEBHOOKS, Permission.ADMINISTER_KEYS)));
    assertThat(permissions(Role.SHOPPER)).containsExactly(Permission.LOOK_UP, Permission.RESERVE);
    assertThat(permissions(Role.ADMIN)).isEqualTo(EnumSet.allOf(Permission.class));
  }

  @Test
  void onlyAnAdminAdministersKeys() {
    for (Role role : Role.values()) {
      assertThat(role.may(Permission.ADMINISTER_KEYS)).isEqualTo(role == Role.ADMIN);
    }
  }

  @Test
  void theNameOnTheWireLeadsBackToTheRole() {
    for (Role role : Role.values()) {
      assertThat(Role.ofLabel(role.label())).contains(role);
    }
    assertThat(Role.PLANNER.label()).isEqualTo("planner");
    assertThat(Role.ofLabel("Admin")).isEmpty();
    assertThat(Role.ofLabel("root")).isEmpty();
    assertThat(Role.ofLabel("")).isEmpty();
  }
}
