package dev.holdfast.application.search;

import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** What the index keeps of a SKU, and under which names. Nothing that the view has too. */
final class SkuFields {
  /** The SKU's number: as a term to replace it by, and as a value to find it by. */
  static final String ID = "id";

  /** The code in lower case. */
  static final String CODE = "code";

  /** The code's letters and digits only; there only where that is another text. */
  static final String COMPACT = "compact";

  /** A barcode's digits without leading zeros. */
  static final String BARCODE = "barcode";

  /** A word of the name; numbers also together with the unit that follows. */
  static final String WORD = "word";

  static final String CATEGORY = "category";

  /** How many words the name has without sizes: the fewer, the more of it was asked for. */
  static final String LENGTH = "length";

  /** Longer words after a number are seldom written without a space. */
  private static final int MAX_UNIT = 4;

  private SkuFields() {}

  static Document document(FeedSku told) {
    Sku sku = told.sku();
    Document document = new Document();
    document.add(new StringField(ID, idTerm(told.id()), Field.Store.NO));
    document.add(new NumericDocValuesField(ID, told.id()));
    addCode(sku.code(), document);
    for (String barcode : sku.barcodes()) {
      document.add(new StringField(BARCODE, significant(barcode), Field.Store.NO));
    }
    List<String> words = SearchWords.of(sku.name());
    for (String word : withUnits(words)) {
      document.add(new StringField(WORD, word, Field.Store.NO));
    }
    document.add(new NumericDocValuesField(LENGTH, lengthWithoutSizes(words)));
    document.add(new StringField(CATEGORY, sku.category(), Field.Store.NO));
    return document;
  }

  private static void addCode(String code, Document document) {
    String folded = SearchWords.folded(code);
    String compact = SearchWords.compact(code);
    document.add(new StringField(CODE, folded, Field.Store.NO));
    if (!compact.equals(folded)) {
      document.add(new StringField(COMPACT, compact, Field.Store.NO));
    }
  }

  private static int lengthWithoutSizes(List<String> words) {
    int length = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean unit = i > 0 && isMeasure(words.get(i - 1), words.get(i));
      length += unit || SearchWords.isNumber(words.get(i)) ? 0 : 1;
    }
    return length;
  }

  private static Set<String> withUnits(List<String> words) {
    Set<String> all = new HashSet<>(words);
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isMeasure(words.get(i), words.get(i + 1))) {
        all.add(words.get(i) + words.get(i + 1));
      }
    }
    return all;
  }

  /** Whether two words that follow each other may be a number and its unit: 500 g. */
  static boolean isMeasure(String first, String second) {
    return SearchWords.isNumber(first)
        && !SearchWords.isNumber(second)
        && second.length() <= MAX_UNIT;
  }

  static Term term(long skuId) {
    return new Term(ID, idTerm(skuId));
  }

  private static BytesRef idTerm(long skuId) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(skuId, bytes, 0);
    return new BytesRef(bytes);
  }

  /** The digits that say which article it is: a scanner may add or drop leading zeros. */
  static String significant(String barcode) {
    int start = 0;
    while (start < barcode.length() - 1 && barcode.charAt(start) == '0') {
      start++;
    }
    return barcode.substring(start);
  }
}
