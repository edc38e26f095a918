package dev.holdfast.application.search;

import dev.holdfast.application.search.SkuHit.Matched;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/**
 * Answers one question: the barcode, then the code, then names, and what only begins so.
 *
 * <p>A complete barcode that somebody has ends the search: who scans wants that article and nothing
 * else. Mistakes are forgiven only where hardly anything is spelled as asked, or what was meant
 * would drown in what is merely similar.
 */
final class SkuFinder {
  /** Fewer hits than this, and somebody may have mistyped. */
  private static final int FEW = 5;

  /** Fewer digits begin too many barcodes. */
  private static final int MIN_BARCODE_BEGINNING = 4;

  private static final int MAX_BARCODE = 14;
  private static final int MIN_BARCODE = 8;

  /** One letter begins too many codes. */
  private static final int MIN_CODE_BEGINNING = 2;

  private static final Sort BEST_THEN_SHORTEST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(SkuFields.LENGTH, SortField.Type.LONG),
          new SortField(SkuFields.ID, SortField.Type.LONG));

  private final IndexSearcher searcher;
  private final SkuQuestion question;
  private final String compact;
  private final Map<Long, SkuHit> found = new LinkedHashMap<>();

  SkuFinder(IndexSearcher searcher, SkuQuestion question) {
    this.searcher = searcher;
    this.question = question;
    this.compact = SearchWords.compact(question.text());
  }

  SkuHits find() throws IOException {
    if (isDigits() && compact.length() >= MIN_BARCODE && compact.length() <= MAX_BARCODE) {
      add(Matched.BARCODE, new TermQuery(barcodeTerm()));
      if (!found.isEmpty()) {
        return hits(false);
      }
    }
    add(Matched.CODE, code());
    boolean codeLike = compact.chars().anyMatch(c -> c >= '0' && c <= '9');
    if (codeLike) {
      addBeginnings();
    }
    boolean forgiving = addNames();
    if (!codeLike) {
      addBeginnings();
    }
    return hits(forgiving);
  }

  private SkuHits hits(boolean forgiving) {
    return new SkuHits(List.copyOf(found.values()), forgiving, false);
  }

  private boolean isDigits() {
    return !compact.isEmpty() && compact.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Term barcodeTerm() {
    return new Term(SkuFields.BARCODE, SkuFields.significant(compact));
  }

  /** The code as it is written before one that differs in dashes. */
  private Query code() {
    String folded = SearchWords.folded(question.text().strip());
    Query same = new ConstantScoreQuery(new TermQuery(new Term(SkuFields.CODE, folded)));
    return new DisjunctionMaxQuery(
        List.of(
            new BoostQuery(same, 2),
            new ConstantScoreQuery(new TermQuery(new Term(SkuFields.CODE, compact))),
            new ConstantScoreQuery(new TermQuery(new Term(SkuFields.COMPACT, compact)))),
        0);
  }

  /** Codes and barcodes that go on from what is typed so far. */
  private void addBeginnings() throws IOException {
    if (compact.length() >= MIN_CODE_BEGINNING && compact.length() == lettersAndDashes()) {
      List<Query> codes =
          List.of(
              new PrefixQuery(new Term(SkuFields.CODE, compact)),
              new PrefixQuery(new Term(SkuFields.COMPACT, compact)));
      add(Matched.CODE, new DisjunctionMaxQuery(codes, 0));
    }
    if (isDigits() && compact.length() >= MIN_BARCODE_BEGINNING) {
      add(Matched.BARCODE, new PrefixQuery(barcodeTerm()));
    }
  }

  /** How long the text is without what may stand between the parts of a code. */
  private int lettersAndDashes() {
    String folded = SearchWords.folded(question.text().strip());
    return (int) folded.chars().filter(c -> c != '-' && c != '.' && c != '_').count();
  }

  /** Whether it took forgiving to find any. */
  private boolean addNames() throws IOException {
    NameQuery names = NameQuery.of(question.text());
    if (names.isEmpty()) {
      return false;
    }
    int before = found.size();
    int exact = add(Matched.NAME, names.exact());
    int enough = Math.min(FEW, question.limit());
    if (exact + before >= enough) {
      return false;
    }
    int most = names.mostForgiven();
    add(Matched.NAME, names.forgiving(Math.min(most, 1)));
    // Looking for two mistakes takes several times as long.
    if (most == 2 && found.size() < enough) {
      add(Matched.NAME, names.forgiving(2));
    }
    if (found.isEmpty() && names.hasSeveralWords()) {
      add(Matched.NAME, names.relaxed());
    }
    return exact == 0 && found.size() > before;
  }

  /**
   * Adds the best that were not found yet, as many as there is room for; tells how many matched.
   */
  private int add(Matched matched, Query query) throws IOException {
    int room = question.limit() - found.size();
    if (room <= 0) {
      return 0;
    }
    ScoreDoc[] best =
        searcher.search(filtered(query), question.limit(), BEST_THEN_SHORTEST, false).scoreDocs;
    for (ScoreDoc each : best) {
      if (found.size() < question.limit()) {
        SkuHit hit = read(each.doc, matched);
        found.putIfAbsent(hit.skuId(), hit);
      }
    }
    return best.length;
  }

  private Query filtered(Query query) {
    if (question.category() == null) {
      return query;
    }
    Query category = new TermQuery(new Term(SkuFields.CATEGORY, question.category()));
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(category, Occur.FILTER).build();
  }

  private SkuHit read(int doc, Matched matched) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    int local = doc - leaf.docBase;
    NumericDocValues ids = DocValues.getNumeric(leaf.reader(), SkuFields.ID);
    if (!ids.advanceExact(local)) {
      throw new IllegalStateException("a document without a SKU");
    }
    return new SkuHit(ids.longValue(), matched);
  }
}
