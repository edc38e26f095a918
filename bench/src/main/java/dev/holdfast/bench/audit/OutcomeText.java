package dev.holdfast.bench.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a stored outcome, as this auditor knows it: compact JSON whose fields come in a fixed
 * order, the lines last. Everything else that takes outcomes apart relies on that shape.
 */
final class OutcomeText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Fields in their order; of {@code refused} and {@code import} there is one at most. */
  private static final List<String> ORDER =
      List.of("at", "subject", "expires", "refused", "unmet", "import", "lines");

  private static final int DONE_LINE = 7;
  private static final int REFUSED_LINE = 6;
  private static final int IMPORT_NUMBERS = 4;

  private long at = -1;
  private boolean refused;
  private boolean imported;
  private boolean concernsSubject;
  private int lines = -1;

  private OutcomeText() {}

  /**
   * What is wrong with an outcome; empty if nothing is.
   *
   * @param storedAt the time in the row beside it, microseconds since 1970
   */
  static String fault(String text, long storedAt) {
    if (SPACE.matcher(text).find()) {
      return "white space in it";
    }
    OutcomeText read = new OutcomeText();
    try (JsonParser json = JSON.createParser(text)) {
      read.fields(json);
    } catch (JsonProcessingException broken) {
      return broken.getOriginalMessage();
    } catch (IOException | IllegalStateException wrong) {
      return String.valueOf(wrong.getMessage());
    }
    if (read.at != storedAt) {
      return "its time " + read.at + " is not that of its row, " + storedAt;
    }
    return "";
  }

  private void fields(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, "no object");
    int rank = -1;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      int next = ORDER.indexOf(name);
      expect(next > rank, "the field " + name + " out of place");
      rank = next;
      json.nextToken();
      field(name, json);
    }
    expect(json.currentToken() == JsonToken.END_OBJECT, "no end");
    expect(json.nextToken() == null, "something after its end");
    expect(at >= 0 && lines >= 0, "no time or no lines");
    expect(!(refused && imported), "a file that was refused");
    // A change of an order may leave stock as it is.
    boolean mayBeNone = imported || concernsSubject;
    boolean mayBeSome = !imported;
    expect(refused || (lines == 0 ? mayBeNone : mayBeSome), "the wrong number of lines");
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "at" -> at = number(json);
      case "subject" -> {
        expect(isUuid(json), "a subject that is no UUID");
        concernsSubject = true;
      }
      case "expires" -> number(json);
      case "unmet" -> expect(refused && number(json) == 1, "unmet, and yet not refused");
      case "refused" -> refused = number(json) > 0;
      case "import" -> {
        imported = true;
        numbers(json, IMPORT_NUMBERS);
      }
      default -> lines = lines(json);
    }
  }

  private int lines(JsonParser json) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "lines that are no list");
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers(json, refused ? REFUSED_LINE : DONE_LINE);
      count++;
    }
    return count;
  }

  private static void numbers(JsonParser json, int count) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "something that is no list");
    for (int i = 0; i < count; i++) {
      json.nextToken();
      number(json);
    }
    expect(json.nextToken() == JsonToken.END_ARRAY, "a list of more than " + count + " numbers");
  }

  private static long number(JsonParser json) throws IOException {
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "something that is no whole number");
    return json.getLongValue();
  }

  private static boolean isUuid(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        && UUID_TEXT.matcher(json.getText()).matches();
  }

  private static void expect(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalStateException(otherwise);
    }
  }
}
