package org.offprint.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.offprint.issue.Html;
import org.offprint.issue.IssueReader;
import org.offprint.issue.Slug;
import org.offprint.issue.Surroundings.OwnPage;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Addresses;
import org.offprint.publication.Masthead;
import org.offprint.publication.OwnFiles;

/** Reads {@code pages:}, {@code links:}, {@code footer:} and {@code stylesheet:}, which the publisher adds to the site. */
final class OwnSettings {
  private static final String FOOTER = "footer";
  private static final String STYLESHEET = "stylesheet";
  private static final int LONGEST_FOOTER = 10_000;

  private static final Pattern PATH = Pattern.compile("(?:/[a-z0-9][a-z0-9_-]{0,99}){1,5}");
  private static final Pattern TARGET =
      Pattern.compile("(?i)(?:https?://[^/\\s][^\\s]*|mailto:[^\\s@]+@[^\\s@]+|/(?!/)[^\\s]*)");

  private OwnSettings() {}

  static OwnFiles files(SettingValues read) {
    SortedMap<String, Integer> lines = new TreeMap<>();
    Set<String> paths = new HashSet<>();
    List<OwnPage> pages = read.blocks(
        "pages",
        SettingsTable.PAGE,
        "a page is written as \"- file: about.md\" with path and title below, if you like",
        member -> page(member, lines, paths));
    Optional<String> stylesheet = read.find(
        STYLESHEET,
        name -> FileSettings.inFolder(name)
            .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".css")));
    stylesheet.ifPresent(file -> lines.put(file, read.values().lineOf(STYLESHEET)));
    return new OwnFiles(pages, stylesheet, lines);
  }

  private static Optional<OwnPage> page(
      SettingValues.Member member, SortedMap<String, Integer> lines, Set<String> paths) {
    SettingValues read = member.values();
    Optional<String> file = read.find(
        "file",
        name -> FileSettings.inFolder(name)
            .filter(own -> IssueReader.isText(own.substring(own.lastIndexOf('/') + 1))));
    Optional<String> given =
        read.find("path", text -> Optional.of(text).filter(PATH.asMatchPredicate()));
    Optional<String> title = read.text("title");
    if (!read.has("file")) {
      member.report("a page needs a \"file\", such as about.md");
    }
    if (file.isEmpty() || (read.has("path") && given.isEmpty())) {
      return Optional.empty();
    }
    String path = given.orElseGet(() -> pathOf(file.get()));
    Optional<String> fault = Addresses.isOurs(path)
        ? Optional.of("there is a page of ours at \"%s\"; choose another \"path\" for %s")
        : !paths.add(path)
            ? Optional.of("there is another page at \"%s\"; choose another \"path\" for %s")
            : Optional.empty();
    fault.ifPresent(words -> {
      String message = words.formatted(path, file.get());
      if (given.isPresent()) {
        read.report("path", message);
      } else {
        member.report(message);
      }
    });
    if (lines.putIfAbsent(file.get(), member.place().line()) != null) {
      read.report("file", "the file %s is a page already further up".formatted(file.get()));
    }
    return Optional.of(new OwnPage(file.get(), path, title));
  }

  private static String pathOf(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return "/" + Slug.of(name.substring(0, name.lastIndexOf('.')));
  }

  static Masthead.Additions additions(SettingValues read) {
    return new Masthead.Additions(
        read.blocks(
            "links",
            SettingsTable.LINK,
            "a link is written as \"- title: Subscribe by mail\" with its url below",
            OwnSettings::link),
        footer(read),
        Optional.empty());
  }

  private static Optional<Html.TextLink> link(SettingValues.Member member) {
    SettingValues read = member.values();
    Optional<String> title = read.text("title");
    Optional<String> url = read.find(
        "url",
        text -> Optional.of(text)
            .filter(TARGET.asMatchPredicate())
            .filter(target -> Values.isUri(target)));
    for (String key : SettingsTable.LINK.keys()) {
      if (!read.has(key)) {
        member.report("a link needs a \"%s\"".formatted(key));
      }
    }
    return title.flatMap(text -> url.map(target -> new Html.TextLink(text, target)));
  }

  /** Returns Markdown, which may have several lines. */
  private static String footer(SettingValues read) {
    Optional<YamlValue> value = read.values().find(FOOTER);
    Optional<String> text = value.flatMap(YamlValue::text).map(String::strip);
    if (value.isPresent()
        && text.filter(words -> words.length() <= LONGEST_FOOTER).isEmpty()) {
      read.report(FOOTER, "\"footer\" must be " + read.table().setting(FOOTER).allowed());
    }
    return text.orElse("");
  }
}
