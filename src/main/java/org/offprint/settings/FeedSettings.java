package org.offprint.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.SectionKey;

/** Reads the settings of feeds: {@code views:}, {@code window:}, {@code item-link:}, {@code search:},
 * {@code feed-pages:}, {@code markdown:} and {@code listed-from:}. */
final class FeedSettings {
  private FeedSettings() {}

  static FeedRules read(SettingValues read) {
    FeedWindow window = window(read, FeedWindow.DEFAULT);
    FeedRules.ItemLink itemLink = read.get("item-link", FeedSettings::itemLink);
    return new FeedRules(
        window,
        views(read, window, itemLink),
        itemLink,
        read.get("search", text -> Values.either(text, "true", "false")),
        read.get("feed-pages", text -> Values.either(text, "true", "false")),
        read.get("markdown", text -> Values.either(text, "true", "false")),
        read.get("listed-from", text -> Values.number(text, 1, 1000)));
  }

  /** Returns what the views name, with its lines; {@link #read} reports the mistakes. */
  static List<PublicationSettings.ViewName> names(SettingValues read) {
    return read.list("views").stream()
        .flatMap(value -> value.mapping(new ArrayList<>()).stream())
        .flatMap(view -> Stream.concat(
            Stream.of("sections", "except").flatMap(key -> names(view, key, Optional.empty())),
            Stream.of(Facet.values())
                .flatMap(facet -> names(view, key(facet), Optional.of(facet)))))
        .toList();
  }

  private static Stream<PublicationSettings.ViewName> names(
      YamlMapping view, String key, Optional<Facet> facet) {
    String name = view.find("key").flatMap(YamlValue::text).orElse("");
    return view.find(key).map(YamlValue::list).orElse(List.of()).stream()
        .flatMap(value -> value
            .text()
            .map(text -> new PublicationSettings.ViewName(name, facet, text, value.line()))
            .stream());
  }

  private static String key(Facet facet) {
    return Addresses.plain(facet.path()).substring(1);
  }

  private static List<FeedRules.FeedView> views(
      SettingValues read, FeedWindow window, FeedRules.ItemLink itemLink) {
    Set<SectionKey> seen = new HashSet<>();
    return read.blocks(
        "views",
        SettingsTable.VIEW,
        "a view is written as \"- key: editorial\" with title and sections or except below",
        member -> {
          Optional<FeedRules.FeedView> view = view(member, window, itemLink);
          view.map(FeedRules.FeedView::key)
              .filter(key -> !seen.add(key))
              .ifPresent(
                  key -> member.report("the view \"%s\" stands here a second time".formatted(key)));
          return view;
        });
  }

  private static Optional<FeedRules.FeedView> view(
      SettingValues.Member member, FeedWindow window, FeedRules.ItemLink itemLink) {
    SettingValues read = member.values();
    Optional<SectionKey> key = read.find("key", SectionKey::find);
    List<SectionKey> kept = keys(read, "sections");
    List<SectionKey> leftOut = keys(read, "except");
    if (!read.has("key")) {
      member.report("a view needs a \"key\", its name in addresses");
    }
    if (!kept.isEmpty() && !leftOut.isEmpty()) {
      member.report("a view has either \"sections\" or \"except\", not both");
      return Optional.empty();
    }
    Lens lens = read.get("lens", text -> Values.constant(text, Lens.values()));
    return key.map(name -> new FeedRules.FeedView(
        name,
        read.text("title").orElse(name.value()),
        read.text("description").orElse(""),
        new FeedRules.Chosen(kept, leftOut, values(read)),
        lens,
        window(read, window),
        new FeedRules.EntryStyle(
            read.find("item-link", FeedSettings::itemLink).orElse(itemLink),
            read.get("content", text -> Values.constant(text, FeedRules.Content.values())))));
  }

  private static Optional<FeedRules.ItemLink> itemLink(String text) {
    return Values.constant(text, FeedRules.ItemLink.values());
  }

  private static Map<Facet, List<SectionKey>> values(SettingValues read) {
    Map<Facet, List<SectionKey>> values = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      String key = key(facet);
      List<SectionKey> named = read.lines(key).stream().map(Facet::key).toList();
      if (!named.isEmpty()) {
        values.put(facet, named);
      } else if (read.has(key)) {
        read.report(key, "\"%s\" names none; name one, or leave the line out".formatted(key));
      }
    }
    return values;
  }

  private static List<SectionKey> keys(SettingValues read, String key) {
    List<YamlValue> values = read.list(key);
    if (values.isEmpty() && read.values().keys().contains(key)) {
      read.report(key, "\"%s\" names no section; name one, or leave the line out".formatted(key));
    }
    List<SectionKey> keys = new ArrayList<>();
    for (YamlValue value : values) {
      value
          .text()
          .flatMap(SectionKey::find)
          .ifPresentOrElse(
              keys::add,
              () -> read.problems()
                  .add(value.problem(
                      "each of \"%s\" must be the key of a section, of letters, digits and -"
                          .formatted(key))));
    }
    return keys;
  }

  private static FeedWindow window(SettingValues read, FeedWindow defaults) {
    return read.block("window", SettingsTable.WINDOW)
        .map(block -> new FeedWindow(
            number(block, "issues", 1, 300).orElse(defaults.issues()),
            number(block, "items", 1, FeedWindow.MOST_ENTRIES).orElse(defaults.items()),
            number(block, "bytes", 10_000, 5_000_000).orElse(defaults.bytes())))
        .orElse(defaults);
  }

  private static Optional<Integer> number(SettingValues read, String key, int least, int most) {
    return read.find(key, text -> Values.number(text, least, most));
  }
}
