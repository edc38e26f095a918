package dev.holdfast.application.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Carriage.OtherService;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.FloorMarks.LotShare;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.PlanNotes;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Step;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one order from its document, the opposite of {@link OrderWriter}. */
final class OrderReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Map<String, OrderState> STATES =
      Stream.of(OrderState.values())
          .collect(Collectors.toUnmodifiableMap(OrderState::label, Function.identity()));

  Order read(String document) {
    StoredFields fields;
    try {
      fields = new StoredFields(JSON.readTree(document), "");
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("the document of an order is no JSON", malformed);
    }
    long format = fields.number("format");
    if (format < OrderDocument.FIRST_FORMAT || format > OrderDocument.FORMAT) {
      throw fields.broken(
          "format", "is " + format + ", which a newer version wrote: update this node");
    }
    boolean first = format == OrderDocument.FIRST_FORMAT;
    List<Step> steps = fields.objects("steps").stream().map(OrderReader::step).toList();
    Order order =
        new Order(
            fields.parsed("id", UUID::fromString),
            fields.text("number"),
            fields.number("version"),
            delivery(fields),
            fields.parsedOrNull("reservation", UUID::fromString),
            notes(fields),
            first ? firstLines(fields) : lines(fields),
            fields.objects("shipments").stream()
                .map(this::shipment)
                .map(one -> first ? TimesOfSteps.added(one, steps) : one)
                .toList(),
            steps,
            fields.numbers("requests"));
    if (state(fields) != order.state()) {
      throw fields.broken("state", "is not that of the shipments, " + order.state().label());
    }
    fields.closed();
    return order;
  }

  private static OrderState state(StoredFields fields) {
    OrderState state = STATES.get(fields.text("state"));
    if (state == null) {
      throw fields.broken("state", "is no state of an order");
    }
    return state;
  }

  private static Delivery delivery(StoredFields fields) {
    StoredFields to = fields.object("shipTo");
    ShipTo address =
        new ShipTo(
            to.textOrNull("name"),
            to.textOrNull("address"),
            to.text("postcode"),
            to.text("country"),
            to.flag("residential"));
    to.closed();
    StoredFields wishes = fields.object("preferences");
    Preferences preferences =
        new Preferences(
            wishes.texts("preferred"), wishes.texts("excluded"), wishes.whole("maxShipments"));
    wishes.closed();
    return new Delivery(address, fields.parsedOrNull("promised", LocalDate::parse), preferences);
  }

  private static PlanNotes notes(StoredFields fields) {
    List<Alternative> alternatives = new ArrayList<>();
    for (StoredFields one : fields.objects("alternatives")) {
      alternatives.add(
          new Alternative(
              one.texts("locations"),
              one.parsed("kind", kind -> Alternative.Kind.valueOf(kind.toUpperCase(Locale.ROOT))),
              one.text("reason"),
              one.number("extraMinor")));
      one.closed();
    }
    return new PlanNotes(
        fields.text("currency"), fields.number("splitMinor"), fields.flag("proven"), alternatives);
  }

  private static List<OrderLine> lines(StoredFields fields) {
    return fields.rows("lines", 4).stream()
        .map(row -> new OrderLine(row[0], row[1], row[2], row[3]))
        .toList();
  }

  private static List<OrderLine> firstLines(StoredFields fields) {
    return fields.rows("lines", 2).stream().map(row -> new OrderLine(row[0], row[1])).toList();
  }

  private Shipment shipment(StoredFields fields) {
    List<long[]> taken = fields.rows("parts", 2);
    List<long[]> lines = fields.rows("lines", 2);
    if (taken.size() != lines.size() || taken.isEmpty()) {
      throw fields.broken("lines", "are not those of its parts");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      Line line = new Line(new PositionKey(taken.get(i)[0]), taken.get(i)[1]);
      parts.add(new Part(Math.toIntExact(lines.get(i)[0]), line, lines.get(i)[1]));
    }
    Shipment shipment =
        new Shipment(
            fields.parsed("reservation", UUID::fromString),
            parts,
            state(fields),
            carriage(fields),
            floor(fields));
    fields.closed();
    return shipment;
  }

  private Carriage carriage(StoredFields fields) {
    return new Carriage(
        fields.text("carrier"),
        fields.text("service"),
        fields.parsed("pickUp", LocalDate::parse),
        fields.parsed("shipBy", Instant::parse),
        fields.parsed("arrival", LocalDate::parse),
        new Carriage.Cost(
            fields.number("postageMinor"),
            fields.number("cartonsMinor"),
            fields.number("adjustmentMinor"),
            fields.number("opportunityMinor")),
        fields.objects("cartons").stream().map(this::carton).toList(),
        fields.objects("others").stream().map(OrderReader::other).toList());
  }

  private PackedCarton carton(StoredFields fields) {
    CartonType type =
        new CartonType(
            fields.text("type"),
            size(fields.row("outer", 3)),
            size(fields.row("inner", 3)),
            fields.whole("emptyG"),
            fields.whole("maxGrossG"),
            fields.number("costMinor"));
    List<Placement> items = fields.rows("items", 7).stream().map(OrderReader::placement).toList();
    PackedCarton carton =
        new PackedCarton(type, items, fields.number("grossG"), fields.number("priceMinor"));
    fields.closed();
    return carton;
  }

  private static Size size(long[] sides) {
    return new Size((int) sides[0], (int) sides[1], (int) sides[2]);
  }

  private static Placement placement(long[] row) {
    return new Placement(
        (int) row[0],
        (int) row[1],
        (int) row[2],
        (int) row[3],
        (int) row[4],
        (int) row[5],
        (int) row[6]);
  }

  private static OtherService other(StoredFields fields) {
    OtherService other =
        new OtherService(
            fields.text("carrier"),
            fields.text("service"),
            fields.numberOrNull("postageMinor"),
            fields.parsedOrNull("arrival", LocalDate::parse),
            fields.text("reason"));
    fields.closed();
    return other;
  }

  private static FloorMarks floor(StoredFields fields) {
    List<LotShare> lots = new ArrayList<>();
    for (StoredFields lot : fields.objects("lots")) {
      lots.add(
          new LotShare(
              lot.whole("part"),
              lot.text("lot"),
              lot.parsedOrNull("expires", LocalDate::parse),
              lot.number("quantity")));
      lot.closed();
    }
    return new FloorMarks(
        fields.parsedOrNull("wave", UUID::fromString),
        fields.parsedOrNull("pickList", UUID::fromString),
        fields.texts("tracking"),
        lots,
        fields.parsedOrNull("releasedAt", Instant::parse),
        fields.parsedOrNull("shippedAt", Instant::parse));
  }

  private static Step step(StoredFields fields) {
    Step step =
        new Step(state(fields), fields.parsed("at", Instant::parse), fields.textOrNull("reason"));
    fields.closed();
    return step;
  }
}
