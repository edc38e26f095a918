package dev.holdfast.server.http.order;

import dev.holdfast.application.order.OrderLines;
import dev.holdfast.application.order.OrderLines.Written;
import dev.holdfast.application.order.ReplanOrder.Day;
import dev.holdfast.application.order.ReplanOrder.Edit;
import dev.holdfast.application.order.ReturnGoods.Back;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.CodeRules;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.server.http.Identifiers;
import dev.holdfast.server.http.JsonFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of an order as they come in a body, read strictly. */
final class OrderBody {
  /** The longest name, address, note or reason: a line or two. */
  static final int MAX_TEXT = 200;

  private static final UUID NOBODY = new UUID(0, 0);

  /** More often than any order is ever changed. */
  private static final long MAX_VERSION = 1_000_000_000_000L;

  private static final int MAX_POSTCODE = 20;
  private static final int COUNTRY_LETTERS = 2;
  private static final int DATE_LENGTH = 10;

  private final JsonFields fields;

  OrderBody(JsonFields fields) {
    this.fields = fields;
  }

  JsonFields fields() {
    return fields;
  }

  void finish() {
    fields.finish();
  }

  /** What the order is to be called; null where it is left out. */
  @Nullable String number() {
    String number = fields.text("number", null);
    if (number != null && !CodeRules.isCode(number)) {
      fields.violate("number", "must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    return number;
  }

  /** An identifier; null where it is left out. */
  @Nullable UUID id(String name) {
    String text = fields.text(name, null);
    UUID id = text == null ? null : Identifiers.parse(text);
    if (text != null && id == null) {
      fields.violate(name, "must be an id, such as 0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f");
    }
    return id;
  }

  /** An identifier that must be there. */
  UUID requiredId(String name) {
    UUID id = id(name);
    if (id == null && !fields.has(name)) {
      fields.violate(name, "is missing");
    }
    return id == null ? NOBODY : id;
  }

  /** Lines, or none where those of a reservation count. */
  List<OrderLine> linesOrHeld(ClientId client, OrderLines lines, @Nullable UUID reservation) {
    if (fields.has("lines")) {
      return lines(client, lines);
    }
    if (reservation == null && !fields.has("reservation")) {
      fields.violate("lines", "is missing, and so is reservation: send one of them or both");
    }
    return List.of();
  }

  /** What is to be different about an order. */
  Edit edit(ClientId client, OrderLines lines, OrderNames names) {
    long version = fields.integer("version", 0);
    if (fields.has("version") && (version < 1 || version > MAX_VERSION)) {
      fields.violate("version", "must be 1 to " + MAX_VERSION);
    }
    return new Edit(
        fields.has("version") ? version : null,
        fields.has("lines") ? lines(client, lines) : null,
        fields.mentions("promised") ? new Day(promised()) : null,
        fields.has("shipTo") ? shipTo() : null,
        fields.has("preferences") ? preferences(client, names) : null);
  }

  /** How it is to be delivered; the address must be there. */
  Delivery delivery(ClientId client, OrderNames names) {
    return new Delivery(shipTo(), promised(), preferences(client, names));
  }

  /** For how long stock is to be held; null where it is left out. */
  @Nullable Duration hold(boolean heldAlready) {
    JsonFields hold = fields.objectOrNull("hold");
    if (hold == null) {
      return null;
    }
    long least = ReservationTerms.MIN_TIME_TO_LIVE.toSeconds();
    long most = ReservationTerms.MAX_TIME_TO_LIVE.toSeconds();
    long seconds = hold.integer("ttlSeconds", ReservationTerms.DEFAULT_TIME_TO_LIVE.toSeconds());
    if (seconds < least || seconds > most) {
      hold.violate("ttlSeconds", "must be " + least + " to " + most + " seconds");
    }
    hold.closed();
    if (heldAlready) {
      fields.violate("hold", "is for lines; a reservation is extended instead");
    }
    return Duration.ofSeconds(Math.clamp(seconds, least, most));
  }

  /** Goods that come back, each line with its condition. */
  List<Back> goodsBack(ClientId client, OrderLines lines) {
    List<Written> written = new ArrayList<>();
    List<Boolean> damaged = new ArrayList<>();
    for (JsonFields line : fields.objects("lines", OrderLines.MAX_LINES)) {
      written.add(new Written(line.text("sku"), line.decimal("quantity"), 0));
      String condition = line.text("condition");
      if (!condition.equals("sellable") && !condition.equals("damaged")) {
        line.violate("condition", "must be sellable or damaged");
      }
      damaged.add(condition.equals("damaged"));
      line.closed();
    }
    List<Violation> found = new ArrayList<>(0);
    List<Back> goods = new ArrayList<>();
    List<OrderLine> resolved = lines.each(client, written, found);
    for (int i = 0; i < resolved.size() && found.isEmpty(); i++) {
      OrderLine line = resolved.get(i);
      goods.add(new Back(line.skuId(), line.quantity(), damaged.get(i)));
    }
    found.forEach(one -> fields.violate(one.field(), one.message()));
    return goods;
  }

  /** Lines with a SKU, a quantity and perhaps an amount; they must be there. */
  List<OrderLine> lines(ClientId client, OrderLines lines) {
    List<Written> written = new ArrayList<>();
    for (JsonFields line : fields.objects("lines", OrderLines.MAX_LINES)) {
      written.add(new Written(line.text("sku"), line.decimal("quantity"), amount(line)));
      line.closed();
    }
    List<Violation> found = new ArrayList<>(0);
    List<OrderLine> resolved = lines.resolve(client, written, found);
    found.forEach(one -> fields.violate(one.field(), one.message()));
    return resolved;
  }

  /** What is paid for a line; 0 where it is left out. */
  private static long amount(JsonFields line) {
    long amount = line.integer("amountMinor", 0);
    if (amount < 0 || amount > OrderLine.MAX_AMOUNT_MINOR) {
      line.violate("amountMinor", "must be 0 to " + OrderLine.MAX_AMOUNT_MINOR);
    }
    return Math.clamp(amount, 0, OrderLine.MAX_AMOUNT_MINOR);
  }

  /** Where it goes; it must be there. */
  ShipTo shipTo() {
    JsonFields to = fields.object("shipTo");
    String name = text(to, "name");
    String address = text(to, "address");
    String postcode = to.text("postcode");
    if (postcode.length() > MAX_POSTCODE || Postcode.parse(postcode).isEmpty()) {
      to.violate("postcode", "must be 1 to 12 letters and digits, with spaces or dashes between");
    }
    String country = to.text("country");
    boolean code =
        country.length() == COUNTRY_LETTERS && country.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    if (!code) {
      to.violate("country", "must be two capital letters, such as US");
    }
    ShipTo read = new ShipTo(name, address, postcode, country, to.flag("residential", true));
    to.closed();
    return read;
  }

  /** The day by which it should be at the door; null where it is left out. */
  @Nullable LocalDate promised() {
    String text = fields.text("promised", null);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() == DATE_LENGTH) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException malformed) {
      // The mend is the same as for a text of another length.
    }
    fields.violate("promised", "must be a day, such as 2026-11-27");
    return null;
  }

  /** Which places should ship it; none where they are left out. */
  Preferences preferences(ClientId client, OrderNames names) {
    JsonFields wishes = fields.objectOrNull("preferences");
    if (wishes == null) {
      return Preferences.NONE;
    }
    List<String> preferred = locations(client, names, wishes, "preferred");
    List<String> excluded = locations(client, names, wishes, "excluded");
    long most = wishes.integer("maxShipments", 0);
    if (wishes.has("maxShipments") && (most < 1 || most > Preferences.MAX_LOCATIONS)) {
      wishes.violate("maxShipments", "must be 1 to " + Preferences.MAX_LOCATIONS);
    }
    wishes.closed();
    return new Preferences(preferred, excluded, Math.clamp(most, 0, Preferences.MAX_LOCATIONS));
  }

  private static List<String> locations(
      ClientId client, OrderNames names, JsonFields wishes, String list) {
    List<String> codes = wishes.texts(list, Preferences.MAX_LOCATIONS);
    for (int i = 0; i < codes.size(); i++) {
      if (names.locationId(client, codes.get(i)) == null) {
        wishes.violate(
            list + '[' + i + ']', "is no location of yours; GET /v1/locations lists them");
      }
    }
    return codes;
  }

  /** A line of text; null where it is left out. */
  @Nullable String text(String name) {
    return text(fields, name);
  }

  private static @Nullable String text(JsonFields fields, String name) {
    String text = fields.text(name, null);
    if (text != null) {
      List<Violation> found = new ArrayList<>(0);
      TextRules.check(name, text, 1, MAX_TEXT, found);
      found.forEach(violation -> fields.violate(violation.field(), violation.message()));
    }
    return text;
  }
}
