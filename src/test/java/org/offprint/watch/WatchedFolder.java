package org.offprint.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A real folder under watch; what is told of it can be awaited. */
final class WatchedFolder implements AutoCloseable {
  /** So long that no scan helps a test that is about events. */
  static final Duration NEVER = Duration.ofMinutes(10);

  static final Duration QUIET = Duration.ofMillis(50);

  /** Only a test that fails waits so long; a busy machine may take most of it. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  /** The silence after which a test believes that nothing more will be reported. */
  private static final Duration SILENCE = Duration.ofMillis(300);

  private final Path root;
  private final BlockingQueue<Sight> told = new LinkedBlockingQueue<>();
  private Duration interval = NEVER;
  private Duration quiet = QUIET;
  private Supplier<Sight> scan;
  private BiFunction<Sight, Set<Path>, Optional<Sight>> rescan =
      (last, touched) -> Optional.empty();
  private Function<Sight, Set<Path>> directories = Sight::directories;
  private Consumer<Sight> onChange = told::add;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable FolderWatcher<Sight> watcher;

  /** The texts of all files, by path below the root, and the folders that were looked at. */
  record Sight(Map<String, String> texts, Set<Path> directories) {
    static Sight of(Path root) {
      Map<String, String> texts = new TreeMap<>();
      Set<Path> directories = new TreeSet<>();
      try {
        Files.walkFileTree(
            root,
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            Integer.MAX_VALUE,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path directory, BasicFileAttributes attributes) {
                if (!directory.equals(root)
                    && directory.getFileName().toString().startsWith(".")) {
                  return FileVisitResult.SKIP_SUBTREE;
                }
                directories.add(directory);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                texts.put(root.relativize(file).toString(), Files.readString(file));
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Sight(texts, directories);
    }
  }

  WatchedFolder(Path root) {
    this.root = root;
    this.scan = () -> Sight.of(root);
  }

  WatchedFolder scannedEvery(Duration time) {
    this.interval = time;
    return this;
  }

  WatchedFolder quietFor(Duration time) {
    this.quiet = time;
    return this;
  }

  WatchedFolder scannedBy(Supplier<Sight> supplier) {
    this.scan = supplier;
    return this;
  }

  WatchedFolder rescannedBy(BiFunction<Sight, Set<Path>, Optional<Sight>> function) {
    this.rescan = function;
    return this;
  }

  WatchedFolder withEventsOf(Function<Sight, Set<Path>> watched) {
    this.directories = watched;
    return this;
  }

  WatchedFolder withoutEvents() {
    return withEventsOf(sight -> Set.of());
  }

  /** Runs before a change counts as reported. */
  WatchedFolder onChange(Consumer<Sight> first) {
    this.onChange = first.andThen(told::add);
    return this;
  }

  /** Watches from the folder as it stands. */
  WatchedFolder start() {
    return startFrom(Sight.of(root));
  }

  WatchedFolder startFrom(Sight known) {
    watcher = new FolderWatcher<>(root, new ScanTiming(interval, quiet), known, view(), onChange);
    watcher.start(ended::countDown);
    return this;
  }

  private FolderView<Sight> view() {
    return new FolderView<>() {
      @Override
      public Sight scan() {
        return scan.get();
      }

      @Override
      public Optional<Sight> rescan(Sight last, Set<Path> touched) {
        return rescan.apply(last, touched);
      }

      @Override
      public Set<Path> directories(Sight seen) {
        return directories.apply(seen);
      }
    };
  }

  /** The next change that is told. */
  Sight next() {
    @Nullable Sight sight = poll(DEADLINE);
    if (sight == null) {
      throw new AssertionError("no change was told within " + DEADLINE);
    }
    return sight;
  }

  /** The texts as they are told within the deadline, at the first moment when they are these. */
  void awaitTexts(Map<String, String> expected) {
    Sight last = next();
    while (!last.texts().equals(expected)) {
      @Nullable Sight sight = poll(DEADLINE);
      if (sight == null) {
        throw new AssertionError("told last: " + last.texts() + ", expected: " + expected);
      }
      last = sight;
    }
  }

  /** Returns true if the watching ends by itself within the deadline. */
  boolean hasEnded() {
    try {
      return ended.await(DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns true if for a moment nothing more is reported. */
  boolean isSilent() {
    return poll(SILENCE) == null;
  }

  private @Nullable Sight poll(Duration longest) {
    try {
      return told.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (watcher != null) {
      watcher.close();
    }
  }
}
