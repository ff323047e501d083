package org.offprint.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.slf4j.LoggerFactory;

/** The issues that the index has, and the one writer of it. For one thread. */
final class IndexedIssues implements Closeable {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(IndexedIssues.class);
  private static final double MEGABYTES_OF_NEWS = 4;

  /**
   * Lucene warns on the console, past our log, that vectors could be faster; there are none here. Loggers that nobody
   * holds forget their level.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Map<String, PublishedIssue> known = new HashMap<>();
  private final IndexFolder folder;
  private final IndexWriter writer;

  /**
   * None yet.
   *
   * @param folder where they are to stand; it is closed with this
   */
  IndexedIssues(IndexFolder folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setSimilarity(IssueDocuments.SIMILARITY);
    config.setRAMBufferSizeMB(MEGABYTES_OF_NEWS);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCommitOnClose(false);
    this.folder = folder;
    this.writer = new IndexWriter(folder.directory(), config);
  }

  /**
   * Writes what has changed since the last publication.
   *
   * @return whether all of it is written; not if the thread was interrupted
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

  /** What Lucene refuses in one issue is no reason to find no other. */
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

  /** Most are the very same, which is seen at once. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(PublishedIssue earlier, PublishedIssue issue) {
    return earlier == issue
        || (earlier.issue().equals(issue.issue()) && earlier.sections().equals(issue.sections()));
  }

  private static Term of(String slug) {
    return new Term(IssueDocuments.SLUG, slug);
  }

  /** What is written so far. */
  DirectoryReader read() throws IOException {
    return DirectoryReader.open(writer);
  }

  @Override
  public void close() throws IOException {
    try {
      writer.rollback();
    } finally {
      folder.close();
    }
  }
}
