package dev.holdfast.server.runtime.scenario;

/** Bodies of requests, as somebody would write them. */
final class Bodies {
  private Bodies() {}

  /** One line and nothing else: what most commands take. */
  static String lines(String sku, String location, String quantity) {
    return "{\"lines\":[" + line(sku, location, quantity) + "]}";
  }

  static String lines(String... lines) {
    return "{\"lines\":[" + String.join(",", lines) + "]}";
  }

  static String linesFor(int ttlSeconds, String... lines) {
    return "{\"lines\":[" + String.join(",", lines) + "],\"ttlSeconds\":" + ttlSeconds + "}";
  }

  static String linesWith(String reason, String... lines) {
    return "{\"lines\":[" + String.join(",", lines) + "],\"reason\":\"" + reason + "\"}";
  }

  static String line(String sku, String location, String quantity) {
    return "{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":%s}"
        .formatted(sku, location, quantity);
  }

  static String transfer(String from, String to, String sku, String quantity) {
    return "{\"from\":\"%s\",\"to\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%s}]}"
        .formatted(from, to, sku, quantity);
  }

  static String sku(String code, String unit, int scale) {
    return """
    {"code":"%s","name":"Thing %s","unit":"%s","scale":%d,"category":"test"}\
    """
        .formatted(code, code, unit, scale);
  }

  static String location(String code) {
    return """
    {"code":"%s","name":"Place %s","kind":"store","region":"west","latitude":47.5832,\
    "longitude":-122.3342,"timeZone":"America/Los_Angeles"}\
    """
        .formatted(code, code);
  }

  static String client(String code) {
    return "{\"code\":\"%s\",\"name\":\"Company %s\"}".formatted(code, code);
  }

  static String key(String role) {
    return "{\"name\":\"a %s\",\"role\":\"%s\"}".formatted(role, role);
  }

  static String account(String email, String role, String password) {
    return "{\"email\":\"%s\",\"name\":\"a %s\",\"role\":\"%s\",\"password\":\"%s\"}"
        .formatted(email, role, role, password);
  }

  static String signIn(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }

  /** For operators: a key of another client. */
  static String key(String role, String client) {
    return "{\"name\":\"a %s\",\"role\":\"%s\",\"client\":\"%s\"}".formatted(role, role, client);
  }
}
