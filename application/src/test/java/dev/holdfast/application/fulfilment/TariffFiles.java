package dev.holdfast.application.fulfilment;

import dev.holdfast.storage.api.RowReject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Small files of one carrier that are right, and in which a test changes one. */
final class TariffFiles {
  private final Map<TariffSheet, String> texts = new EnumMap<>(TariffSheet.class);

  TariffFiles() {
    texts.put(
        TariffSheet.TARIFFS,
        """
        carrier,service,currency,valid_from,valid_to,divisor,step_g,fuel_bp,fuel_on,minimum
        Tern,ground,USD,2026-01-01,2026-12-31,5000,500,1000,base,7.00
        """);
    texts.put(
        TariffSheet.ZONES,
        """
        carrier,origin_from,destination_from,destination_to,zone
        Tern,98,970,979,near
        """);
    texts.put(
        TariffSheet.BANDS,
        """
        carrier,zone,over_g,up_to_g,per_g,price
        Tern,near,0,1000,,6.50
        Tern,near,1000,,1000,1.20
        """);
    texts.put(
        TariffSheet.SURCHARGES,
        """
        carrier,name,kind,over,price
        Tern,home,residential,,4.25
        """);
    texts.put(
        TariffSheet.CALENDARS,
        """
        carrier,service,hours,handling,cut_offs,delivery_days
        Tern,ground,mon-fri 08:00-18:00,2h,mon-fri 16:00; sat 12:00,mon-fri
        """);
    texts.put(
        TariffSheet.TRANSIT,
        """
        carrier,origin_from,destination_from,destination_to,days
        Tern,98,970,979,2
        """);
    texts.put(TariffSheet.HOLIDAYS, "date,name\n2026-11-26,Thanksgiving\n");
  }

  TariffFiles with(TariffSheet sheet, String text) {
    texts.put(sheet, text);
    return this;
  }

  TariffFiles replace(TariffSheet sheet, String old, String text) {
    String whole = texts.getOrDefault(sheet, "");
    if (!whole.contains(old)) {
      throw new IllegalArgumentException(old + " is not in " + whole);
    }
    texts.put(sheet, whole.replace(old, text));
    return this;
  }

  TariffAnswer tariffs() throws IOException {
    return TariffImport.read(this::open);
  }

  CalendarAnswer calendars() throws IOException {
    return CalendarImport.read(this::open);
  }

  private ByteArrayInputStream open(TariffSheet sheet) {
    return new ByteArrayInputStream(texts.getOrDefault(sheet, "").getBytes(StandardCharsets.UTF_8));
  }

  /** Such as {@code bands 3 price [x] must be …}. */
  static List<String> told(Map<TariffSheet, List<RowReject>> rows) {
    return rows.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry ->
            entry.getValue().stream()
                .map(row ->
                    "%s %d %s [%s] %s"
                        .formatted(
                            entry.getKey().label(),
                            row.line(),
                            row.column(),
                            row.value(),
                            row.reason())))
        .toList();
  }
}
