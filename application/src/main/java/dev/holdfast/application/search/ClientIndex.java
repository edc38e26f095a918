package dev.holdfast.application.search;

import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/**
 * The index of one client's SKUs. Written by one thread, searched by any.
 *
 * <p>Nothing of it is kept: it is built anew from the feed whenever the process starts.
 */
final class ClientIndex implements AutoCloseable {
  /**
   * Gathered before it becomes a segment: bigger ones make fewer, and fewer are searched faster.
   */
  private static final double BUFFER_MEGABYTES = 16;

  /** Half of Lucene's default: prefixes and mistakes are looked up once for each segment. */
  private static final double SEGMENTS_PER_TIER = 4;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long highest;

  ClientIndex(Directory directory) {
    this.directory = directory;
    try {
      this.writer = new IndexWriter(directory, config());
      this.searchers = new SearcherManager(writer, new Uncached());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static IndexWriterConfig config() {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setSegmentsPerTier(SEGMENTS_PER_TIER);
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergePolicy(merging)
        .setCommitOnClose(false);
  }

  /** Searchers without a cache: hardly any question is asked twice between two changes. */
  private static final class Uncached extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  /** Takes in a SKU as it is now; found after the next {@link #show}. */
  void put(FeedSku told) throws IOException {
    Document document = SkuFields.document(told);
    // A number above all others is a new SKU: looking for an old one would double the work.
    if (told.id() > highest) {
      highest = told.id();
      writer.addDocument(document);
    } else {
      writer.updateDocument(SkuFields.term(told.id()), document);
    }
  }

  /**
   * Lets searches find everything that was put.
   *
   * @return whether all is at rest. If not, segments are being merged: call again, or searches hold
   *     on to the old ones, which take twice the memory and more time
   */
  boolean show() throws IOException {
    searchers.maybeRefreshBlocking();
    return writer.getMergingSegments().isEmpty() && !writer.hasPendingMerges() && isShown();
  }

  private boolean isShown() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader() instanceof DirectoryReader shown && shown.isCurrent();
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Searches.
   *
   * @throws org.apache.lucene.store.AlreadyClosedException when the index was closed meanwhile
   */
  SkuHits search(SkuQuestion question) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return new SkuFinder(searcher, question).find();
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }
}
