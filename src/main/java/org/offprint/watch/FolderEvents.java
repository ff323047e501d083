package org.offprint.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * File events of a set of folders, and of the root if it is a link. An event means that something happened, and often
 * names the file. For one thread.
 */
final class FolderEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  /** The most paths that are collected: for more of them, a scan of the folder costs no more. */
  private static final int MOST_TOUCHED = 1000;

  private final Path root;
  private final Optional<WatchService> service;
  private final Optional<WatchKey> aboveRoot;
  private Map<Path, WatchKey> keys = Map.of();
  private final Set<Path> touched = new HashSet<>();
  private boolean isAnything;

  private FolderEvents(Path root, Optional<WatchService> service) {
    this.root = root.toAbsolutePath();
    this.service = service;
    this.aboveRoot = Optional.ofNullable(this.root.getParent()).flatMap(this::register);
  }

  static FolderEvents open(Path root) {
    try {
      return new FolderEvents(root, Optional.of(FileSystems.getDefault().newWatchService()));
    } catch (IOException e) {
      LOG.warn(
          "the system gives no file events; changes are found by scans alone: {}", e.toString());
      return new FolderEvents(root, Optional.empty());
    }
  }

  /** Watches these folders and no others; true if that made any difference. */
  boolean watch(Set<Path> directories) {
    Map<Path, WatchKey> now = new HashMap<>();
    directories.forEach(directory -> register(directory).ifPresent(key -> now.put(directory, key)));
    Set<WatchKey> dropped = new HashSet<>(keys.values());
    dropped.removeAll(now.values());
    aboveRoot.ifPresent(dropped::remove);
    dropped.forEach(WatchKey::cancel);
    boolean isOther = !now.equals(keys);
    keys = now;
    return isOther;
  }

  private Optional<WatchKey> register(Path directory) {
    try {
      return service.isEmpty()
          ? Optional.empty()
          : Optional.of(directory.register(service.get(), KINDS));
    } catch (IOException e) {
      // Gone in between, or the system's limit is reached: the scans see the folder all the same.
      LOG.debug("no file events for {}: {}", directory, e.toString());
      return Optional.empty();
    }
  }

  /** Waits for an event that may concern the folder; false if there was none in that time. */
  boolean await(Duration longest) throws InterruptedException {
    if (service.isEmpty()) {
      TimeUnit.NANOSECONDS.sleep(longest.toNanos());
      return false;
    }
    long deadline = System.nanoTime() + longest.toNanos();
    while (true) {
      WatchKey key = service.get().poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (key == null) {
        return false;
      }
      boolean concerns = concerns(key);
      key.reset();
      if (concerns) {
        return true;
      }
    }
  }

  /**
   * Returns the paths that the events since the last call name. Empty if these may not be all changes: events were
   * lost, there were too many, or the root itself was touched.
   */
  Optional<Set<Path>> touched() {
    Optional<Set<Path>> all = isAnything ? Optional.empty() : Optional.of(Set.copyOf(touched));
    touched.clear();
    isAnything = false;
    return all;
  }

  private boolean concerns(WatchKey key) {
    boolean isAbove = aboveRoot.filter(key::equals).isPresent() && !keys.containsValue(key);
    boolean concerns = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && key.watchable() instanceof Path directory) {
        boolean isRoot = isAbove && name.equals(root.getFileName());
        concerns |= isRoot || !isAbove;
        isAnything |= isRoot || touched.size() >= MOST_TOUCHED;
        if (!isAbove && !isAnything) {
          touched.add(directory.resolve(name));
        }
      } else {
        concerns = true;
        isAnything = true;
      }
    }
    return concerns;
  }

  @Override
  public void close() {
    try {
      if (service.isPresent()) {
        service.get().close();
      }
    } catch (IOException e) {
      LOG.debug("the file events could not be closed", e);
    }
  }
}
