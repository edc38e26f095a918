package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTargetTest {
  @ParameterizedTest
  @CsvSource({
    "postgres://ann:secret@db.example:5433/stock, jdbc:postgresql://db.example:5433/stock,"
        + " ann, secret",
    "postgresql://ann:secret@db/stock?sslmode=require,"
        + " jdbc:postgresql://db/stock?sslmode=require, ann, secret",
    "postgres://ann:p%40ss%3Aw+rd%2F@db/stock, jdbc:postgresql://db/stock, ann, p@ss:w+rd/",
    "postgres://a%20b@[::1]:5432/stock, jdbc:postgresql://[::1]:5432/stock, a b, ''",
    "jdbc:postgresql://db:5433/stock?user=ann&password=secret,"
        + " jdbc:postgresql://db:5433/stock, ann, secret",
    "jdbc:postgresql://db/stock?sslmode=require&user=ann&password=s%26t&tcpKeepAlive=true,"
        + " jdbc:postgresql://db/stock?sslmode=require&tcpKeepAlive=true, ann, s&t"
  })
  void readsEveryUsualWayToNameADatabase(String url, String jdbcUrl, String user, String password) {
    assertThat(DatabaseTarget.parse(url)).isEqualTo(new DatabaseTarget(jdbcUrl, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stock",
        "mysql://db/stock",
        "postgres://",
        "postgres://db",
        "postgres://db/",
        "postgres:///stock",
        "postgres://a b@db/stock",
        "jdbc:mysql://db/stock"
      })
  void sayHowToWriteWhatCannotBeRead(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseTarget.parse(url))
        .withMessageContaining("postgres://user:password@host:5432/database");
  }

  @Test
  void neverShowsItsPassword() {
    DatabaseTarget target = DatabaseTarget.parse("postgres://ann:secret@db/stock");

    assertThat(target.toString()).contains("db/stock", "ann").doesNotContain("secret");
  }
}
