package org.offprint.issue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the references of one issue absolute. Those to files beside the issues lead to the addresses at which these are served, which
 * the names alone decide; all others are relative to the issue's page. Remembers the files. For one thread.
 */
final class References {
  /** Begins the addresses of files that are neither beside nor below their issue. */
  private static final String FILES = "/files/";

  private static final int LONGEST = 1_000;

  /** A web address in parentheses of its own, as in {@code [x]((https://example.org/))}. */
  private static final Pattern DOUBLED = Pattern.compile("\\((https?://.+)\\)");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9.+-]*:");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** The usual folders for what a site serves from its root, beside the folder of issues. */
  private static final Pattern BESIDE =
      Pattern.compile("\\.\\./(?:static/|public/|(?=assets/))(.*)");

  private static final String LITERAL = "-._~!$&'()*+,=:@/";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** The words of Pelican before a path, which say what it makes of the file. */
  private static final Pattern PELICAN =
      Pattern.compile("(?i)^(?:[{|]|%7B|%7C)(?:filename|static|attach|index)(?:[}|]|%7D|%7C)");

  /** The words of Docusaurus, Astro and Vite before a path from the root of the site or of its sources. */
  private static final Pattern BUNDLER =
      Pattern.compile("^(?:pathname://|(?:@site|@|~)(?=/))(?:/static(?=/))?");

  private final ReadingRules rules;
  private final Surroundings around;
  private final String file;
  private final URI page;
  /** The base URL, with the slash at its end. */
  private final String base;

  private final String pagePath;
  private final Map<String, String> media;
  private final Map<String, LinkedFile> files = new LinkedHashMap<>();
  private final Map<String, LinkedIssue> issues = new LinkedHashMap<>();
  /** The references that lead nowhere, as their author wrote them. */
  private final Set<String> dead = new HashSet<>();

  /**
   * Begins with the references of one issue.
   *
   * @param file the path of its file below the folder of issues
   * @param slug the name of its page
   */
  References(ReadingRules rules, String file, String slug, Surroundings around) {
    String issues = rules.issuesBase().toString();
    this.rules = rules;
    this.around = around;
    this.file = file;
    this.page = rules.permalink(slug);
    this.base = issues.substring(0, issues.lastIndexOf('/', issues.length() - 2) + 1);
    this.pagePath =
        (rules.permalink(slug) + "/").substring(base.length() - 1).replaceFirst("/+$", "/");
    this.media = rules.media();
  }

  /** Returns the address of the issue's page. */
  URI page() {
    return page;
  }

  /** Returns the files, in the order of their first references. */
  List<LinkedFile> files() {
    return List.copyOf(files.values());
  }

  /** Returns the links that may lead to other issues, in the order of their first references. */
  List<LinkedIssue> issues() {
    return List.copyOf(issues.values());
  }

  /** Returns true for a reference that leads nowhere, of which there is a warning when all files are known. */
  boolean isDead(String original) {
    return dead.contains(original.strip());
  }

  /** Returns the absolute form of a reference, as {@link Links#resolve} does. */
  Optional<URI> resolve(String original, boolean isPicture) {
    Matcher doubled = DOUBLED.matcher(original.strip());
    if (doubled.matches()) {
      return Links.resolve(page, doubled.group(1));
    }
    String reference = ofBundler(PELICAN.matcher(original.strip()).replaceFirst(""));
    String given = ofZola(reference);
    Optional<String> elsewhere = elsewhere(given);
    Optional<URI> ofIssue =
        isPicture ? Optional.empty() : issue(original.strip(), given, elsewhere.isEmpty());
    if (!isPicture && around.isDead(original.strip())) {
      dead.add(original.strip());
      return Optional.empty();
    }
    Optional<URI> known =
        ofIssue.or(() -> elsewhere.flatMap(address -> Links.resolve(page, address)));
    if (known.isPresent()) {
      return known;
    }
    String path = withoutQuery(given);
    Optional<LinkedFile> file = mayBeFile(given)
        ? decoded(path).flatMap(name -> find(original.strip(), name, isPicture))
        : Optional.empty();
    Optional<LinkedFile> found = file.or(() -> neverServed(original.strip(), given, isPicture));
    found.ifPresent(linked -> files.putIfAbsent(linked.path(), linked));
    if (found.filter(LinkedFile::isDead).isPresent()) {
      dead.add(original.strip());
      return Optional.empty();
    }
    return found
        .filter(LinkedFile::mayBeServed)
        .flatMap(linked -> Links.resolve(
            page, base + encoded(linked.path().substring(1)) + given.substring(path.length())))
        .or(() -> Links.resolve(page, reference));
  }

  /** The address on another site of a path from the root, where the publisher says that it is there. */
  private Optional<String> elsewhere(String given) {
    if (!given.startsWith("/") || given.startsWith("//")) {
      return Optional.empty();
    }
    return media.entrySet().stream()
        .filter(entry -> given.startsWith(entry.getKey()))
        .findFirst()
        .filter(entry -> SCHEME.matcher(entry.getValue()).lookingAt())
        .map(entry -> entry.getValue() + given.substring(entry.getKey().length()));
  }

  /** Returns the address of the file that a tag of a template language names: of an issue, with or without an ending, or another one. */
  String addressOf(String name) {
    String path = withoutQuery(name);
    return FileType.of(path).isPresent()
        ? name
        : link(name, path, guess(path, true)) + name.substring(path.length());
  }

  /** The sign with which Zola begins a path from the root of its content. */
  private static String ofZola(String reference) {
    return reference.startsWith("@/") && IssueReader.isText(withoutQuery(reference))
        ? reference.substring(1)
        : reference;
  }

  /** A file by its path from the root, where a word says so. */
  private static String ofBundler(String reference) {
    return FileType.of(withoutQuery(reference)).isPresent()
        ? BUNDLER.matcher(reference).replaceFirst("")
        : reference;
  }

  private static String withoutQuery(String reference) {
    return reference.replaceFirst("(?s)[?#].*", "");
  }

  /**
   * Returns the page of the issue to which a link leads, as far as is known; empty if it leads to none.
   *
   * @param mayGuess false if a path from the root that no issue is known to have is on another site
   */
  private Optional<URI> issue(String reference, String given, boolean mayGuess) {
    String own = given.startsWith(base) ? given.substring(base.length() - 1) : given;
    boolean isLocal = !own.isEmpty()
        && own.length() <= LONGEST
        && "#?".indexOf(own.charAt(0)) < 0
        && !own.startsWith("//")
        && !SCHEME.matcher(own).lookingAt()
        && !Links.isHost(own);
    String path = isLocal ? withoutQuery(own) : "";
    boolean isText = IssueReader.isText(path.substring(path.lastIndexOf('/') + 1));
    if (path.isEmpty() || path.equals("/")) {
      return Optional.empty();
    }
    // What another generator had at a path from the root only all issues tell; /robots.txt is a
    // file of every site.
    boolean isGuessed = isText && mayGuess && !path.endsWith(".txt");
    boolean isOfSite = path.startsWith("/") && !isGuessed;
    return names(path)
        .filter(names -> FileType.of(names).isEmpty())
        .map(names -> isOfSite
            ? link(reference, ofRoot(names).orElse(names), Optional.empty())
            : link(reference, names, guess(names, isText)))
        .filter(target -> !target.isEmpty())
        .flatMap(target -> Links.resolve(page, target + own.substring(path.length())));
  }

  /** Returns the path of a link below the folder of issues; it may lead above that. */
  private String pathOf(String names) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return normalised(names.startsWith("/") ? "" : folder, names);
  }

  private static String withoutSteps(String path) {
    return path.replaceFirst("^(?:\\.\\./)+", "");
  }

  /** Returns the name of the page of an issue by the path of its file. */
  private Optional<String> guess(String names, boolean isCertain) {
    String plain = withoutSteps(pathOf(names));
    String text = IssueReader.isText(plain) ? plain : plain + ".md";
    DatedName name = DatedName.of(text, rules.dates());
    return isCertain || name.date().isPresent()
        ? IssueName.expected(text, Surroundings.NONE, rules.source())
            .map(IssueName::slug)
            .or(() -> Optional.of(Slug.of(name.name())))
        : Optional.empty();
  }

  /** Remembers a link, and returns the address of the page to which it leads; an empty one if that is none of an issue. */
  private String link(String reference, String names, Optional<String> guess) {
    String path = pathOf(names);
    boolean isAnywhere = names.startsWith("/") || path.startsWith("../");
    String target = (isAnywhere ? "/" : "") + LinkedIssue.stem(withoutSteps(path));
    Optional<String> slug = around.pageOf(target).or(() -> guess);
    boolean isDead = around.isDead(reference);
    issues.putIfAbsent(reference, new LinkedIssue(reference, target, guess, slug, isDead));
    return slug.filter(found -> !isDead)
        .map(found -> rules.permalink(found).toString())
        .orElse("");
  }

  /** Most references are none to a file, which their beginning or ending tells. */
  private boolean mayBeFile(String given) {
    if (given.isEmpty() || given.length() > LONGEST || given.startsWith("//")) {
      return false;
    }
    boolean isOwn = given.startsWith(base);
    return (isOwn || !SCHEME.matcher(given).lookingAt()) && given.indexOf('.') >= 0;
  }

  /** A picture or file of this site that is hidden or of a type that is not served. */
  private Optional<LinkedFile> neverServed(String reference, String given, boolean isPicture) {
    String path = withoutQuery(given);
    boolean isOfSite = !path.isEmpty()
        && given.length() <= LONGEST
        && !path.startsWith("//")
        && !SCHEME.matcher(path).lookingAt()
        && !Links.isHost(path)
        && (!path.startsWith("/") || ofRoot(path).isPresent());
    return isOfSite && (isPicture || FileType.of(path).isPresent())
        ? Optional.of(new LinkedFile(reference, "", path, isPicture, around.isDead(path)))
        : Optional.empty();
  }

  /** Returns the names of a path, decoded one by one; empty if they cannot be names of a file that is served. */
  private static Optional<String> decoded(String path) {
    return names(path).filter(names -> FileType.of(names).isPresent());
  }

  private static Optional<String> names(String path) {
    if (BROKEN_ESCAPE.matcher(path).find()) {
      return Optional.empty();
    }
    String names = List.of(path.split("/", -1)).stream()
        .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8)
            // No name has a slash.
            .replace('/', '\0'))
        .collect(Collectors.joining("/"));
    return names.chars().noneMatch(References::isForbidden) ? Optional.of(names) : Optional.empty();
  }

  private static boolean isForbidden(int character) {
    return character == '\\' || character == '\uFFFD' || Character.isISOControl(character);
  }

  private Optional<LinkedFile> find(String reference, String names, boolean isPicture) {
    Optional<String> ofSite = names.startsWith(base)
        ? Optional.of(names.substring(base.length() - 1))
        : names.startsWith("/") ? ofRoot(names) : Optional.empty();
    if (ofSite.isPresent() || names.startsWith(base) || names.startsWith("/")) {
      return ofSite
          .map(path -> "/" + normalised("", path).replaceFirst("^(?:\\.\\./)+", ""))
          .filter(path -> !isHidden(path))
          .map(path -> new LinkedFile(reference, path, path, isPicture, around.isDead(path)));
    }
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    String source = normalised(folder, names);
    if (isHidden(source.replaceFirst("^(?:\\.\\./)+", ""))) {
      return Optional.empty();
    }
    Optional<String> mapped = source.startsWith("../") ? mapped(source) : Optional.empty();
    String path = mapped.orElseGet(() -> source.startsWith("../")
        ? source
        : source.startsWith(folder)
            ? pagePath + source.substring(folder.length())
            : FILES + source);
    return Optional.of(
        new LinkedFile(reference, mapped.orElse(source), path, isPicture, around.isDead(path)));
  }

  /** Returns the path below the base URL of one from the root of its host; empty if that is no part of this site. */
  private Optional<String> ofRoot(String path) {
    String home = URI.create(base).getPath();
    if (path.startsWith(home)) {
      return Optional.of(path.substring(home.length() - 1));
    }
    return media.keySet().stream().anyMatch(path::startsWith)
        ? Optional.of(path)
        : Optional.empty();
  }

  /** Returns the path from the root of the site of a file outside the folder. */
  private Optional<String> mapped(String source) {
    Matcher beside = BESIDE.matcher(source);
    return media.entrySet().stream()
        .filter(entry -> source.startsWith(normalised("", entry.getValue()) + "/"))
        .map(entry ->
            entry.getKey() + source.substring(normalised("", entry.getValue()).length() + 1))
        .findFirst()
        .or(() -> Optional.of(beside).filter(Matcher::matches).map(found -> "/" + found.group(1)));
  }

  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }

  /** Returns a path without {@code .} and {@code ..} but for those that lead above its beginning. */
  static String normalised(String folder, String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (folder + path).split("/", -1)) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte value : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (value & 0xff);
      boolean isLiteral = c < 128 && (Character.isLetterOrDigit(c) || LITERAL.indexOf(c) >= 0);
      if (isLiteral) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(value));
      }
    }
    return encoded.toString();
  }
}
