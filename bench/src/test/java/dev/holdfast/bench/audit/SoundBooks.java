package dev.holdfast.bench.audit;

import dev.holdfast.bench.audit.Books.Line;
import dev.holdfast.bench.audit.Books.Shipment;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * A day of two clients in which everything happens that can happen, and all of it rightly. Keys and
 * codes are what the tests name; a reservation or transfer has the name of the key that made it.
 */
final class SoundBooks {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration DAY = Duration.ofDays(1);

  private SoundBooks() {}

  static void write(Books books) throws SQLException {
    int other = books.addClient("other");
    long theirs = at(books.addSku(other, "TEA"), books.addLocation(other, "SEA"));
    books.move(other, "other-receive", 1, new Line(theirs, 40));
    books.reserve(other, "other-reserve", DAY, new Line(theirs, 4));
    books.refuse(other, "other-refused", new Line(theirs, 400));

    int harbor = books.addClient("harbor");
    long tea = books.addSku(harbor, "TEA");
    long soap = books.addSku(harbor, "SOAP");
    long sea = books.addLocation(harbor, "SEA");
    long pdx = books.addLocation(harbor, "PDX");
    movements(books, harbor, at(tea, sea), at(soap, sea));
    reservations(books, harbor, at(tea, sea), at(soap, sea));
    transfers(books, harbor, pdx, new Line(at(soap, sea), 3), new Line(at(soap, pdx), 3));
    shortfall(books, harbor, at(tea, pdx));
    orders(books, harbor, at(books.addSku(harbor, "RICE"), pdx));
  }

  private static long at(long sku, long location) {
    return sku << 20 | location;
  }

  private static void movements(Books books, int client, long tea, long soap) throws SQLException {
    books.importStock(client, "import", new Line(tea, 100), new Line(soap, 80));
    books.move(client, "receive", 1, new Line(tea, 20), new Line(soap, 20));
    books.move(client, "sell", 2, new Line(tea, 5));
    books.move(client, "return", 11, new Line(tea, 1));
    books.move(client, "write-off", 10, new Line(tea, 2));
    books.move(client, "adjust", 7, new Line(tea, -1));
    books.move(client, "count", 6, new Line(tea, 110));
    books.move(client, "safety", 12, new Line(tea, 10));
    books.refuse(client, "refused", new Line(tea, 1_000));
    books.importStock(client, "import-again", new Line(tea, 109));
  }

  private static void reservations(Books books, int client, long tea, long soap)
      throws SQLException {
    Line two = new Line(tea, 2);
    Line three = new Line(soap, 3);
    UUID expired = books.reserve(client, "expired", QUARTER, two);
    UUID confirmed = books.reserve(client, "confirmed", QUARTER, two, three);
    UUID released = books.reserve(client, "released", QUARTER, two, three, two);
    books.settle(client, "confirm", confirmed, 1, two, three);
    books.settle(client, "release", released, 2, two, three, two);
    books.later(Duration.ofMinutes(16));
    books.settle(client, "expire 1", expired, 3, two);
    UUID active = books.reserve(client, "active", QUARTER, two, three);
    books.extend(client, "extend", active, DAY, two, three);
  }

  private static void transfers(Books books, int client, long to, Line out, Line in)
      throws SQLException {
    UUID received = books.send(client, "received", to, out);
    UUID cancelled = books.send(client, "cancelled", to, out);
    books.send(client, "sent", to, out);
    books.arrive(client, "arrive", received, 1, in);
    books.arrive(client, "cancel", cancelled, 2, out);
  }

  private static void orders(Books books, int client, long rice) throws SQLException {
    Line one = new Line(rice, 1);
    Line two = new Line(rice, 2);
    books.move(client, "receive-rice", 1, new Line(rice, 20));
    Shipment first = new Shipment("first", "placed", 3, two);
    Shipment second = new Shipment("second", "placed", 3, one);
    books.order(client, "order", 1, "placed", first, second);
    books.order(client, "shipped", 1, "placed", new Shipment("third", "placed", 3, two));
    books.order(client, "shipped", 2, "shipped", new Shipment("third", "shipped", 13, two));
    books.order(client, "given-up", 1, "placed", new Shipment("fourth", "placed", 3, one));
    books.order(client, "given-up", 2, "cancelled", new Shipment("fourth", "cancelled", 4, one));
  }

  /** Half of what is promised is found spoiled. */
  private static void shortfall(Books books, int client, long position) throws SQLException {
    books.move(client, "receive-few", 1, new Line(position, 10));
    books.reserve(client, "promised", DAY, new Line(position, 8));
    books.move(client, "count-fewer", 6, new Line(position, 5));
  }
}
