package dev.holdfast.lab.postgres;

import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.generate.DayStock;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.generate.OrderSheet;
import dev.holdfast.lab.generate.RowBuffer;
import dev.holdfast.lab.generate.StockSheet;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.Progress;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Copies generated rows into the raw tables while they are generated. */
final class LineLoad {
  private static final int WRITERS = 2;
  private static final int SEND_BYTES = 1 << 18;

  private final DataSource database;
  private final Demand demand;

  LineLoad(DataSource database, Demand demand) {
    this.database = database;
    this.demand = demand;
  }

  /** All days, several at once. */
  void all(Demanded demanded) throws Exception {
    List<ClientDay> days = demanded.days();
    AtomicInteger next = new AtomicInteger();
    LongAdder orders = new LongAdder();
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        Progress progress = Progress.orders("Loading rows", demand.orders())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        running.add(
            pool.submit(() -> {
              try (Copies copies = new Copies(database)) {
                for (int at = next.getAndIncrement();
                    at < days.size();
                    at = next.getAndIncrement()) {
                  copy(copies, days.get(at), Integer.MAX_VALUE);
                  orders.add(days.get(at).orders());
                  progress.reached(orders.sum());
                }
                copies.finish();
              }
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  /** The first orders of a day; nothing else of it. */
  void orders(Connection connection, ClientDay day, int most) throws Exception {
    try (OutputStream target =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class), Copies.into("order_line"), SEND_BYTES)) {
      RowBuffer rows = new RowBuffer(target);
      OrderSheet sheet = new OrderSheet(rows, demand.postcodes());
      int[] left = {most};
      day.each(order -> {
        if (left[0]-- > 0) {
          sheet.add(order);
        }
      });
      rows.flush();
    }
  }

  private void copy(Copies copies, ClientDay day, int most) {
    OrderSheet sheet = new OrderSheet(copies.orders(), demand.postcodes());
    DayStock stock = new DayStock(demand, day.client(), day.day());
    int[] left = {most};
    day.each(order -> {
      if (left[0]-- > 0) {
        sheet.add(order);
        stock.add(order);
      }
    });
    stock.tell(new StockSheet(copies.movements(), copies.walks()));
  }

  /** Three tables, a connection each: a connection copies into one at a time. */
  private static final class Copies implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final List<OutputStream> streams = new ArrayList<>();
    private final List<RowBuffer> buffers = new ArrayList<>();

    Copies(DataSource database) throws Exception {
      for (String table : List.of("order_line", "stock_movement", "pick_walk")) {
        Connection connection = database.getConnection();
        connections.add(connection);
        OutputStream stream =
            new PGCopyOutputStream(connection.unwrap(PGConnection.class), into(table), SEND_BYTES);
        streams.add(stream);
        buffers.add(new RowBuffer(stream));
      }
    }

    static String into(String table) {
      return "copy lab." + table + " from stdin (format csv)";
    }

    RowBuffer orders() {
      return buffers.get(0);
    }

    RowBuffer movements() {
      return buffers.get(1);
    }

    RowBuffer walks() {
      return buffers.get(2);
    }

    void finish() throws Exception {
      for (int i = 0; i < streams.size(); i++) {
        buffers.get(i).flush();
        streams.get(i).close();
      }
    }

    @Override
    public void close() throws SQLException {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }
}
