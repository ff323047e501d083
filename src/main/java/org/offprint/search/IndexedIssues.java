package org.offprint.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of the published issues, in memory outside the heap, which may be small. For one thread. */
final class IndexedIssues implements Closeable {
  private static final int SMALLEST_BLOCK_BITS = 10;
  private static final int LARGEST_BLOCK_BITS = 20;
  private static final double MEGABYTES_OF_NEWS = 4;
  private static final Logger LOG = LoggerFactory.getLogger(IndexedIssues.class);

  /**
   * Lucene warns on the console, past our log, that vectors could be faster; there are none here. Loggers that nobody
   * holds forget their level.
   */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Map<String, PublishedIssue> known = new HashMap<>();
  private final Directory directory = new ByteBuffersDirectory(
      new SingleInstanceLockFactory(),
      () -> new ByteBuffersDataOutput(
          SMALLEST_BLOCK_BITS,
          LARGEST_BLOCK_BITS,
          ByteBuffer::allocateDirect,
          ByteBuffersDataOutput.NO_REUSE),
      ByteBuffersDirectory.OUTPUT_AS_MANY_BUFFERS);
  private final IndexWriter writer;

  /** Creates an empty index. */
  IndexedIssues() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setSimilarity(IssueDocuments.SIMILARITY);
    config.setRAMBufferSizeMB(MEGABYTES_OF_NEWS);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
  }

  /**
   * Writes the difference between the last publication and this one.
   *
   * @return false if the thread was interrupted before all was written
   */
  boolean follow(Publication publication) throws IOException {
    Iterator<String> slugs = known.keySet().iterator();
    while (slugs.hasNext()) {
      String slug = slugs.next();
      if (publication.findIssue(slug).isEmpty()) {
        writer.deleteDocuments(of(slug));
        slugs.remove();
      }
    }
    for (PublishedIssue issue : publication.issues()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      Optional<PublishedIssue> earlier =
          Optional.ofNullable(known.put(issue.issue().slug(), issue));
      if (earlier.filter(before -> isSame(before, issue)).isEmpty()) {
        write(issue, earlier.isPresent());
      }
    }
    return true;
  }

  /** If Lucene refuses one issue, the others can still be found. */
  private void write(PublishedIssue issue, boolean isKnown) throws IOException {
    Term slug = of(issue.issue().slug());
    try {
      if (isKnown) {
        writer.updateDocuments(slug, IssueDocuments.of(issue));
      } else {
        writer.addDocuments(IssueDocuments.of(issue));
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("searches do not find {}", issue.issue().file(), e);
      writer.deleteDocuments(slug);
    }
  }

  /** Most are the same object, which is the fastest comparison. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(PublishedIssue earlier, PublishedIssue issue) {
    return earlier == issue
        || (earlier.issue().equals(issue.issue()) && earlier.sections().equals(issue.sections()));
  }

  private static Term of(String slug) {
    return new Term(IssueDocuments.SLUG, slug);
  }

  /** Opens a reader of all that is written so far. */
  DirectoryReader read() throws IOException {
    return DirectoryReader.open(writer);
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.rollback();
    }
  }
}
