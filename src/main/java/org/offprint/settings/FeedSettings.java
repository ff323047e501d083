package org.offprint.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedView;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.issue.Problem;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.SectionKey;

/** Reads what the settings say about feeds: {@code views:}, {@code window:}, {@code item-link:} and {@code search:}. */
public record FeedSettings(String file, List<Problem> problems) {
  public static final List<String> VIEW_KEYS =
      List.of("key", "title", "description", "sections", "except", "lens", "window");
  public static final List<String> WINDOW_KEYS = List.of("issues", "items", "bytes");

  FeedRules read(SettingValues read) {
    FeedWindow window = window(read, FeedWindow.DEFAULT);
    return new FeedRules(
        window,
        views(read.list("views"), window),
        read.checked("item-link", "permalink or external", FeedSettings::itemLink)
            .orElse(FeedRules.ItemLink.PERMALINK),
        read.checked("search", "true or false", FeedSettings::trueOrFalse).orElse(true));
  }

  private static Optional<Boolean> trueOrFalse(String text) {
    return Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf);
  }

  private static Optional<FeedRules.ItemLink> itemLink(String text) {
    return SettingValues.constant(FeedRules.ItemLink.values(), text);
  }

  private List<FeedView> views(List<YamlValue> values, FeedWindow window) {
    List<FeedView> views = new ArrayList<>();
    for (YamlValue value : values) {
      Optional<YamlMapping> mapping = value.mapping(problems);
      if (mapping.isEmpty()) {
        problems.add(value.problem(
            "a view is written as \"- key: editorial\" with title and sections or except below"));
      }
      mapping.flatMap(own -> view(value, own, window)).ifPresent(view -> {
        if (views.stream().anyMatch(known -> known.key().equals(view.key()))) {
          problems.add(
              value.problem("the view \"%s\" stands here a second time".formatted(view.key())));
        }
        views.add(view);
      });
    }
    return views;
  }

  private Optional<FeedView> view(YamlValue place, YamlMapping values, FeedWindow window) {
    SettingValues read = new SettingValues(values, file, problems);
    read.allowOnly(VIEW_KEYS);
    Optional<SectionKey> key = read.checked("key", "a name of a-z, 0-9 and -", SectionKey::find);
    List<SectionKey> kept = keys(values, "sections");
    List<SectionKey> leftOut = keys(values, "except");
    Optional<Lens> lens = read.checked(
        "lens", "issues or items", text -> SettingValues.constant(Lens.values(), text));
    if (values.find("key").isEmpty()) {
      problems.add(place.problem("a view needs a \"key\", its name in addresses"));
    }
    if (!kept.isEmpty() && !leftOut.isEmpty()) {
      problems.add(place.problem("a view has either \"sections\" or \"except\", not both"));
      return Optional.empty();
    }
    return key.map(name -> new FeedView(
        name,
        read.text("title").orElse(name.value()),
        read.text("description").orElse(""),
        kept,
        leftOut,
        lens.orElse(Lens.ISSUES),
        window(read, window)));
  }

  private List<SectionKey> keys(YamlMapping view, String setting) {
    List<YamlValue> values = new SettingValues(view, file, problems).list(setting);
    if (values.isEmpty() && view.keys().contains(setting)) {
      problems.add(new Problem(
          file,
          view.lineOf(setting),
          "\"%s\" names no section; name one, or leave the line out".formatted(setting)));
    }
    List<SectionKey> keys = new ArrayList<>();
    for (YamlValue value : values) {
      Optional<SectionKey> key = value.text().flatMap(SectionKey::find);
      if (key.isEmpty()) {
        problems.add(value.problem(
            "each of \"%s\" must be the key of a section, of a-z, 0-9 and -".formatted(setting)));
      }
      key.ifPresent(keys::add);
    }
    return keys;
  }

  private FeedWindow window(SettingValues read, FeedWindow defaults) {
    return read.mapping("window")
        .map(values -> {
          SettingValues window = new SettingValues(values, file, problems);
          window.allowOnly(WINDOW_KEYS);
          return new FeedWindow(
              window.number("issues", 1, 300).orElse(defaults.issues()),
              window.number("items", 1, FeedWindow.MOST_ENTRIES).orElse(defaults.items()),
              window.number("bytes", 10_000, 5_000_000).orElse(defaults.bytes()));
        })
        .orElse(defaults);
  }
}
