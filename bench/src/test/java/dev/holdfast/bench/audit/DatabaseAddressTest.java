package dev.holdfast.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.instance.InstanceException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void peopleWriteItAsTheyDoForPsql() {
    DatabaseAddress address =
        DatabaseAddress.parse("postgres://me:p%40ss+word@db.example:6432/stock?sslmode=require");

    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:6432/stock?sslmode=require");
    assertThat(address.login())
        .containsExactlyInAnyOrderEntriesOf(Map.of("user", "me", "password", "p@ss+word"));
  }

  @Test
  void portAndPasswordMayBeLeftOut() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://me@db/stock");

    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db/stock");
    assertThat(address.login()).containsExactlyInAnyOrderEntriesOf(Map.of("user", "me"));
  }

  @Test
  void theDriversOwnFormIsTakenAsItIs() {
    String url = "jdbc:postgresql://db/stock?user=me&password=secret";

    assertThat(DatabaseAddress.parse(url).jdbcUrl()).isEqualTo(url);
    assertThat(DatabaseAddress.parse(url).login()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://db/stock", "postgres://db", "postgres://db/", "postgres:// /", "stock"})
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> DatabaseAddress.parse(text))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("postgres://user:password@host:5432/database");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidInASentence() {
    assertThatThrownBy(() -> DatabaseAddress.parse("postgres://me@127.0.0.1:1/stock").connect())
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("Check that it runs");
  }
}
