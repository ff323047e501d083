package org.offprint.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of the published issues: in memory, or in a new temporary folder if it would take much of a small heap. It is
 * deleted when this is closed. For one thread.
 */
final class IndexedIssues implements Closeable {
  /** The index of so many issues takes a few megabytes. */
  private static final int MOST_ISSUES_IN_MEMORY = 2000;

  private static final double MEGABYTES_OF_NEWS = 4;
  private static final String FOLDER = "offprint-search-";
  private static final Pattern OF_PROCESS = Pattern.compile(FOLDER + "([0-9]{1,18})-.*");
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
  private final Directory directory;
  private final Optional<Path> folder;
  private final IndexWriter writer;

  private IndexedIssues(Directory directory, Optional<Path> folder) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setSimilarity(IssueDocuments.SIMILARITY);
    config.setRAMBufferSizeMB(MEGABYTES_OF_NEWS);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCommitOnClose(false);
    this.directory = directory;
    this.folder = folder;
    this.writer = new IndexWriter(directory, config);
  }

  /** Opens an empty index for a number of issues. */
  static IndexedIssues of(int issues) throws IOException {
    return issues <= MOST_ISSUES_IN_MEMORY ? inMemory() : onDisk();
  }

  static IndexedIssues inMemory() throws IOException {
    return new IndexedIssues(new ByteBuffersDirectory(), Optional.empty());
  }

  static IndexedIssues onDisk() throws IOException {
    deleteLeftovers();
    Path folder = Files.createTempDirectory(FOLDER + ProcessHandle.current().pid() + "-");
    return new IndexedIssues(new NIOFSDirectory(folder), Optional.of(folder));
  }

  /** Deletes the folders of killed processes: in a container the next process has the same number. */
  private static void deleteLeftovers() throws IOException {
    try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      for (Path left : found.toList()) {
        Matcher name = OF_PROCESS.matcher(left.getFileName().toString());
        if (name.matches() && hasEnded(Long.parseLong(name.group(1))) && Files.isDirectory(left)) {
          delete(left);
        }
      }
    }
  }

  private static boolean hasEnded(long process) {
    return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      IOUtils.rm(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", folder, e);
    }
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
    } finally {
      folder.ifPresent(IndexedIssues::delete);
    }
  }
}
