package dev.holdfast.storage.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Connections of a process that dies: after so many statements that change something, and commits,
 * nothing reaches the server any more, and what was not committed is undone.
 */
final class DyingConnections {
  private static final Set<String> WRITES = Set.of("executeUpdate", "commit");

  private final DataSource real;
  private final AtomicInteger left;

  DyingConnections(DataSource real, int writes) {
    this.real = real;
    this.left = new AtomicInteger(writes);
  }

  DataSource source() {
    return proxy(DataSource.class, real, (method, answer) -> wrapped((Connection) answer));
  }

  private interface Wrap {
    Object of(Method method, Object answer);
  }

  private Connection wrapped(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, answer) ->
            answer instanceof PreparedStatement statement
                ? proxy(PreparedStatement.class, statement, (inner, result) -> result)
                : answer);
  }

  private <T> T proxy(Class<T> type, T target, Wrap wrap) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (WRITES.contains(method.getName()) && left.getAndDecrement() <= 0) {
                throw new SQLException("the process is dead", "08006");
              }
              if (left.get() < 0 && !method.getName().equals("close")) {
                throw new SQLException("the process is dead", "08006");
              }
              try {
                return wrap.of(method, method.invoke(target, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}
