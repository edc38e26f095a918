package dev.holdfast.demo;

import java.math.BigDecimal;
import java.time.ZoneId;

/**
 * A client's record of a building that holds its stock.
 *
 * @param code 3 to 8 upper-case letters, digits and hyphens, unique within the client
 * @param name name for people, with the client's name and the city
 * @param kind store or fulfilment centre
 * @param region one of {@code us-west}, {@code us-central}, {@code us-east}
 * @param latitude degrees north, four decimals
 * @param longitude degrees east (negative in America), four decimals
 * @param timeZone IANA zone of the city
 * @param address one line that ends with the ZIP code; the street is invented
 */
public record DemoLocation(
    String code,
    String name,
    DemoLocationKind kind,
    String region,
    BigDecimal latitude,
    BigDecimal longitude,
    ZoneId timeZone,
    String address) {
  private static final int ZIP_LENGTH = 5;

  /** The ZIP code that the address ends with. */
  public String postcode() {
    return address.substring(address.length() - ZIP_LENGTH);
  }
}
