package dev.holdfast.storage.mongo;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The driver of one node, whose calls a test can read, interrupt, or let end in the middle. The
 * driver and the server are real ones; only what comes between two calls is the test's.
 */
final class Wire implements CommandListener {
  private static final Set<String> WRITES =
      Set.of("insertMany", "bulkWrite", "updateOne", "updateMany", "deleteMany");

  private final List<BsonDocument> commands = new ArrayList<>();
  private IntConsumer beforeWrite = number -> {};
  private int writes;

  /** A client of the server at a URL. */
  MongoClient client(String url) {
    MongoClient real = MongoClients.create(Connecting.settings(url, this));
    return around(MongoClient.class, real);
  }

  /** Runs something before each write from now on; told how many came before it. */
  void beforeEachWrite(IntConsumer action) {
    beforeWrite = action;
    writes = 0;
  }

  /** From the write after so many others nothing is sent any more. */
  void dieAfter(int sent) {
    beforeEachWrite(number -> {
      if (number >= sent) {
        throw new MongoSocketWriteException(
            "dead", new ServerAddress(), new IOException("the process is dead"));
      }
    });
  }

  List<BsonDocument> commands() {
    return commands;
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    commands.add(event.getCommand().clone());
  }

  private <T> T around(Class<T> type, T real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (WRITES.contains(method.getName())) {
            beforeWrite.accept(writes++);
          }
          return wrapped(call(real, method, arguments));
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private @Nullable Object wrapped(@Nullable Object answer) {
    if (answer instanceof MongoDatabase database) {
      return around(MongoDatabase.class, database);
    }
    return answer instanceof MongoCollection<?> collection
        ? around(MongoCollection.class, collection)
        : answer;
  }
}
