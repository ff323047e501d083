package org.offprint.issue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from front matter if an issue is to go out, in the words of any generator. What is not understood holds it back. */
final class Withheld {
  private static final Map<String, Boolean> SWITCHES = Map.of(
      "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false,
      "0", false);

  /** The blocks of Hugo that say how a page is made. */
  private static final Set<String> BLOCKS = Set.of("_build", "build");

  /** The blocks that hold keys of the issue. */
  private static final Set<String> NESTED = Set.of("params", "extra");

  private static final Set<String> MADE = Set.of("always", "true");
  private static final Set<String> NOT_MADE = Set.of("never", "false", "link");

  private static final Set<String> GONE_OUT = Set.of(
      "published",
      "publish",
      "public",
      "live",
      "sent",
      "released",
      "final",
      "done",
      "complete",
      "completed",
      "finished",
      "active");

  private final DateRules dates;
  private final String ownKey;
  private final List<Problem> problems;
  private boolean isDraft;
  private Optional<OffsetDateTime> end = Optional.empty();

  /**
   * Takes nothing for a draft yet.
   *
   * @param problems takes what is not understood
   */
  Withheld(SourceRules source, DateRules dates, List<Problem> problems) {
    this.dates = dates;
    this.ownKey = source.keys().getOrDefault("draft", "draft");
    this.problems = problems;
  }

  /** Looks at all values of a front matter. */
  Withheld take(String file, YamlMapping values) {
    for (String key : values.keys()) {
      look(file, key, values);
    }
    return this;
  }

  boolean isDraft() {
    return isDraft;
  }

  /** Returns the moment from which the issue is not to be there any more. */
  Optional<OffsetDateTime> end() {
    return end;
  }

  private void look(String file, String key, YamlMapping values) {
    String name = key.toLowerCase(Locale.ROOT);
    boolean isOfDrafts = HeldBack.DRAFT.contains(name) || key.equalsIgnoreCase(ownKey);
    Optional<YamlValue> value = values.find(key);
    String text = value.flatMap(YamlValue::text).orElse("").strip();
    Optional<Boolean> on = Optional.ofNullable(SWITCHES.get(text.toLowerCase(Locale.ROOT)));
    boolean isDate = Timestamps.parse(text, dates).isPresent();
    Optional<String> unclear = Optional.empty();
    if (isOfDrafts || (HeldBack.HIDDEN.contains(name) && value.isPresent())) {
      isDraft |= on.orElse(true);
      unclear = on.isPresent() ? unclear : Optional.of("true or false");
    } else if (value.isEmpty()) {
      return;
    } else if (HeldBack.PUBLISHED.contains(name)) {
      isDraft |= !on.orElse(isDate);
      unclear = on.isPresent() || isDate ? unclear : Optional.of("true, false or a date");
    } else if (HeldBack.STATES.contains(name)) {
      unclear = ofState(name, text.toLowerCase(Locale.ROOT), on);
    } else if (HeldBack.ENDS.contains(name)) {
      end = isDate ? sooner(Timestamps.parse(text, dates).get()) : end;
      noDate(key, value.get(), isDate);
    } else if (HeldBack.PUBLICATION.contains(name)) {
      noDate(key, value.get(), isDate);
    } else if (BLOCKS.contains(name)) {
      value.get().mapping(problems).ifPresent(this::takeBuild);
    } else if (name.endsWith("build.render") || name.equals("render")) {
      isMade(values, key);
    } else if (name.equals("permalink")) {
      // Eleventy writes no page for it.
      isDraft |= text.equals("false");
    } else if (NESTED.contains(name)) {
      value.get().mapping(problems).ifPresent(block -> take(file, block));
    }
    if (unclear.isPresent()) {
      problems.add(new Problem(
          file,
          values.lineOf(key),
          "%s must be %s; the issue is held back until it is".formatted(key, unclear.get())));
    }
  }

  private Optional<String> ofState(String name, String word, Optional<Boolean> on) {
    boolean isKnown =
        on.isPresent() || GONE_OUT.contains(word) || HeldBack.UNPUBLISHED.contains(word);
    // A state may be one of America.
    boolean isUnclear = !isKnown && !name.equals("state");
    isDraft |= isUnclear || HeldBack.UNPUBLISHED.contains(word) || !on.orElse(true);
    return isUnclear ? Optional.of("\"published\" or \"draft\"") : Optional.empty();
  }

  private Optional<OffsetDateTime> sooner(OffsetDateTime other) {
    return end.filter(earlier -> earlier.isBefore(other)).or(() -> Optional.of(other));
  }

  private void noDate(String key, YamlValue value, boolean isDate) {
    if (!isDate) {
      isDraft = true;
      problems.add(value.problem("%s is no date, so the issue is held back; %s"
          .formatted(key, Timestamps.remedy(value.text().orElse(""), dates))));
    }
  }

  private void takeBuild(YamlMapping block) {
    for (String key : block.keys()) {
      if (key.equalsIgnoreCase("render") || key.equalsIgnoreCase("list")) {
        isMade(block, key);
      }
    }
  }

  private void isMade(YamlMapping values, String key) {
    Optional<YamlValue> value = values.find(key);
    String word = value.flatMap(YamlValue::text).orElse("").toLowerCase(Locale.ROOT);
    boolean isMade = MADE.contains(word) || (key.equalsIgnoreCase("list") && word.equals("local"));
    isDraft |= !isMade;
    value
        .filter(given -> !isMade && !NOT_MADE.contains(word))
        .ifPresent(given -> problems.add(given.problem(
            "%s must be always or never; the issue is held back until it is".formatted(key))));
  }
}
