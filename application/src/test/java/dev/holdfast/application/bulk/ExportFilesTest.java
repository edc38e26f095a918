package dev.holdfast.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.ExportReader;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExportFilesTest {
  private static final ClientId CLIENT = new ClientId(1);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aStoreThatHiccupsLosesNoFile() throws IOException {
    ExportFiles files = new ExportFiles(new OneSku(PatientReader.ATTEMPTS - 1));

    assertThat(files.write(CLIENT, ExportKind.SKUS, out)).isTrue();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            code,name,barcodes,unit,scale,length_mm,width_mm,height_mm,weight_g,category\r
            A,'=Tea,,each,0,1,2,3,4," x"\r
            """);
  }

  @Test
  void aStoreThatIsGoneIsToldBeforeAnythingIsWritten() {
    ExportFiles files = new ExportFiles(new OneSku(PatientReader.ATTEMPTS));

    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> files.write(CLIENT, ExportKind.SKUS, out));

    assertThat(out.size()).isZero();
  }

  /** A store of one SKU that fails so many times first. */
  private static final class OneSku implements ExportReader {
    private int failures;

    OneSku(int failures) {
      this.failures = failures;
    }

    @Override
    public List<Sku> skus(ClientId client, String afterCode) {
      if (failures-- > 0) {
        throw new StoreUnavailableException("not now", new IOException());
      }
      return afterCode.isEmpty()
          ? List.of(
              new Sku("A", "=Tea", List.of(), "each", new Scale(0), new Sku.Size(1, 2, 3, 4), " x"))
          : List.of();
    }

    @Override
    public List<Location> locations(ClientId client, String afterCode) {
      return List.of();
    }

    @Override
    public List<StockLine> stock(ClientId client, long afterPosition) {
      return List.of();
    }

    @Override
    public List<LedgerLine> ledger(ClientId client, long afterPosition, long afterVersion) {
      return List.of();
    }

    @Override
    public List<Reservation> reservations(ClientId client, @Nullable UUID after) {
      return List.of();
    }

    @Override
    public List<SkuRef> skusById(ClientId client, Collection<Long> ids) {
      return List.of();
    }

    @Override
    public List<LocationRef> locationRefs(ClientId client) {
      return List.of();
    }
  }
}
