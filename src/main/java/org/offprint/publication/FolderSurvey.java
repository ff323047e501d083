package org.offprint.publication;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.IssueReader;

/**
 * The files of a folder by their names alone, which tell where issues may lie before any settings say so. It looks into folders
 * whose names begin with {@code _}, too, but not into those of programs, and stops after 100,000 files.
 *
 * @param places the texts of each place: a folder, without the folders of single issues, years and months below it
 * @param others the number of other texts by their ending, which are not read; it is empty for names with a number and no ending
 */
public record FolderSurvey(
    SortedMap<String, List<String>> places, SortedMap<String, Integer> others) {
  private static final int DEEPEST = 10;
  private static final int MOST_FILES = 100_000;

  /** Folders that hold what programs have made or brought. */
  private static final Set<String> OF_PROGRAMS = Set.of(
      "node_modules",
      "vendor",
      "target",
      "dist",
      "build",
      "_site",
      "public",
      "themes",
      "resources");

  private static final Set<String> OTHER_TEXTS = Set.of(
      "rst",
      "adoc",
      "asciidoc",
      "org",
      "html",
      "htm",
      "textile",
      "docx",
      "odt",
      "tex",
      "ipynb",
      "eml",
      "rmd",
      "qmd");

  /** Texts about a project, not of a newsletter. */
  private static final Pattern ABOUT_THE_PROJECT = Pattern.compile(
      "(?i)(?:readme|license|licence|copying|changelog|changes|contributing|contributors|authors|maintainers"
          + "|code[-_]of[-_]conduct|security|support|todo|robots|humans|requirements|cname)\\b.*");

  /** Pages of a site: by their names, or in a folder of pages. */
  private static final Pattern PAGE = Pattern.compile(
      "(?i)(?:.*/)?(?:about(?:[-_ ](?:us|me))?|contact(?:[-_ ]us)?|imprint|impressum|privacy(?:[-_ ]policy)?|datenschutz|terms"
          + "|colophon|404|search|subscribe|unsubscribe|sponsors?|sponsorship|advertise|faq|thanks|thank-you|cookies)"
          + "(?:/(?:index|readme))?(?:\\.[a-z]{2})?\\.[a-z]+|(?!src/)(?:.*/)?pages/[^/\\d]+");

  private static final Pattern INDEX = Pattern.compile("(?i)(?:index|readme)\\..*");
  private static final Pattern HIDDEN = Pattern.compile("(?:.*/)?_.*");
  private static final String EXPECTED =
      "an issue is a Markdown file that ends in .md, .markdown, .mdown, .mdx or .txt";
  private static final Pattern OF_DATE = Pattern.compile("\\d{1,4}(?:[-_. ].*)?");
  private static final Pattern OF_ONE_ISSUE = Pattern.compile("[^/]*\\d[^/]*");
  private static final Pattern OF_A_NEWSLETTER =
      Pattern.compile("(?i).*(?:newsletter|issue|edition|weekly|digest|letter|archive|posts?$).*");

  /** Looks through a folder. What cannot be listed is passed over: the scan of the folder reports it. */
  public static FolderSurvey of(Path root) {
    SortedMap<String, List<String>> places = new TreeMap<>();
    SortedMap<String, Integer> others = new TreeMap<>();
    try {
      Files.walkFileTree(
          root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Visitor(root, places, others));
    } catch (IOException e) {
      // The visitor passes over what cannot be listed, so that nothing comes here.
      return new FolderSurvey(places, others);
    }
    return new FolderSurvey(places, others);
  }

  /** Returns the folder of a file, above those of years, months and days, which belong to its name. */
  public static Path folderOf(Path file) {
    return Stream.<Path>iterate(file.getParent(), path -> path != null, Path::getParent)
        .filter(path -> !OF_DATE.matcher(String.valueOf(path.getFileName())).matches())
        .findFirst()
        .orElse(file);
  }

  /** Returns the places with most texts first; those whose names are of a newsletter come before others. */
  public List<String> bestPlaces() {
    Comparator<String> byName =
        Comparator.comparing(place -> !OF_A_NEWSLETTER.matcher(place).matches());
    return places.keySet().stream()
        .sorted(byName.thenComparing(place -> -texts(place).size()))
        .toList();
  }

  /** Returns a place, and the folders between it and the root. */
  public static Stream<String> withFoldersAbove(String place) {
    return Stream.iterate(place, path -> !path.isEmpty(), FolderSurvey::folder);
  }

  /** Returns the texts that are pages of the site by their names; none if so many have such names that they are hardly pages. */
  public List<String> pages() {
    List<String> texts = places.values().stream().flatMap(List::stream).sorted().toList();
    List<String> pages =
        texts.stream().filter(path -> PAGE.matcher(path).matches()).toList();
    return pages.size() * 2 < texts.size() ? pages : List.of();
  }

  /** Returns the texts of a place, in the order of their paths. */
  public List<String> texts(String place) {
    return places.getOrDefault(place, List.of()).stream().sorted().toList();
  }

  /**
   * Returns the reason why the folder has no issue, and what to do.
   *
   * @param isChosen true if settings choose or exclude files
   */
  public String reasonForNone(boolean isChosen) {
    if (isChosen && !places.isEmpty()) {
      String place = bestPlaces().get(0);
      return "there is no issue here: \"files\" and \"ignore\" in offprint.yaml select none of the texts that are read, such as "
          + texts(place).get(0);
    }
    Optional<String> hidden =
        bestPlaces().stream().filter(place -> HIDDEN.matcher(place).matches()).findFirst();
    if (hidden.isPresent()) {
      return "there is no issue here, but %s in %s, whose name begins with _; run \"offprint init\" on this folder, which finds them"
          .formatted(count(texts(hidden.get()).size(), "text"), hidden.get());
    }
    if (!places.isEmpty()) {
      return "there is no issue here: an issue has front matter, or a date or a number in its name, or is named under \"files\" in offprint.yaml";
    }
    return others.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> "there is no issue here: %s %s, which is not read; %s"
            .formatted(
                most.getValue() == 1 ? "1 file ends" : most.getValue() + " files end",
                most.getKey().isEmpty() ? "without a dot and a type" : "in ." + most.getKey(),
                EXPECTED))
        .orElse("there is no issue here: the folder has no text; " + EXPECTED);
  }

  private static String count(int number, String what) {
    return number == 1 ? "1 " + what + " lies" : number + " " + what + "s lie";
  }

  private static boolean isIssue(String path, String name) {
    boolean isOfIssue = OF_ONE_ISSUE.matcher(lastName(folder(path))).matches();
    return IssueReader.isIssueName(name)
        && (isOfIssue || !ABOUT_THE_PROJECT.matcher(name).matches());
  }

  private static String place(String path, String name) {
    String place = folder(path);
    if (INDEX.matcher(name).matches()) {
      place = folder(place);
    }
    while (OF_ONE_ISSUE.matcher(lastName(place)).matches()) {
      place = folder(place);
    }
    return place;
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, List<String>> places;
    private final Map<String, Integer> others;
    private int files;

    Visitor(Path root, Map<String, List<String>> places, Map<String, Integer> others) {
      this.root = root;
      this.places = places;
      this.others = others;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name =
          directory.getFileName() == null ? "" : directory.getFileName().toString();
      boolean isOfOthers = name.startsWith(".") || OF_PROGRAMS.contains(name);
      return isOfOthers && !directory.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace(File.separatorChar, '/');
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (attributes.isRegularFile() && !name.startsWith(".")) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (isIssue(path, name)) {
          places.computeIfAbsent(place(path, name), place -> new ArrayList<>()).add(path);
        } else if (dot < 0 ? OF_ONE_ISSUE.matcher(name).matches() : OTHER_TEXTS.contains(ending)) {
          others.merge(ending, 1, Integer::sum);
        }
      }
      return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException reason) {
      return FileVisitResult.CONTINUE;
    }
  }
}
