package org.offprint.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.issue.DidYouMean;
import org.offprint.issue.Html;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.SectionKey;

/**
 * The 404 page. It lists the sections and views, and suggests the feed that was probably meant.
 *
 * @param isCombination true if the path names several sections
 */
record NotFoundPage(
    PageLayout layout,
    boolean isCombination,
    Optional<Html.TextLink> meant,
    List<Html.TextLink> sections,
    List<Html.TextLink> views,
    String directory) {
  private static final int MOST_NAMES = 6;
  private static final int MOST_LISTED = 50;
  private static final Pattern COMBINATION =
      Pattern.compile("^/(sections|except)/[^/]*[+ ,]", Pattern.CASE_INSENSITIVE);
  private static final Pattern FEED = Pattern.compile(
      "^/(sections|except|views|tags|authors|languages)/([^/.]+)", Pattern.CASE_INSENSITIVE);

  static NotFoundPage of(String path, PageContext context) {
    return new NotFoundPage(
        PageLayout.of(
            context,
            context
                .wording()
                .say("missing.window", context.publication().masthead().title())),
        COMBINATION.matcher(path).find(),
        meant(path, context),
        context.publication().sections().stream()
            .limit(MOST_LISTED)
            .map(context.links()::section)
            .toList(),
        context.feeds().views().stream()
            .limit(MOST_LISTED)
            .map(view -> link(view, context))
            .toList(),
        context.links().of(Addresses.DIRECTORY));
  }

  /** Finds the feed whose name is nearest to the first unknown name in the path. */
  private static Optional<Html.TextLink> meant(String path, PageContext context) {
    Matcher names = FEED.matcher(path);
    if (!names.find()) {
      return Optional.empty();
    }
    Optional<Facet> facet = Stream.of(Facet.values())
        .filter(known -> known.path().equals("/" + names.group(1).toLowerCase(Locale.ROOT) + "/"))
        .findFirst();
    if (facet.isPresent()) {
      return nearest(facet.get(), names.group(2), context);
    }
    if (names.group(1).equalsIgnoreCase("views")) {
      return nearestView(names.group(2), context).or(() -> nearestSection(names.group(2), context));
    }
    return Stream.of(names.group(2).split("[+ ,]", MOST_NAMES))
        .filter(name ->
            SectionKey.find(name).flatMap(context.publication()::findSection).isEmpty())
        .findFirst()
        .flatMap(name -> nearestSection(name, context).or(() -> nearestView(name, context)));
  }

  private static Optional<Html.TextLink> nearest(Facet facet, String name, PageContext context) {
    return DidYouMean.of(
            name,
            context.listed().get().stream()
                .filter(value -> value.facet() == facet)
                .sorted(Comparator.comparing(Facet.Value::key))
                .toList(),
            value -> Stream.of(value.key().value(), value.title()))
        .map(value -> new Html.TextLink(
            value.title(), context.links().of(FeedScope.of(facet, value.key()).page())));
  }

  private static Optional<Html.TextLink> nearestSection(String name, PageContext context) {
    return context.publication().nearestSection(name).map(context.links()::section);
  }

  private static Optional<Html.TextLink> nearestView(String name, PageContext context) {
    return DidYouMean.of(
            name, context.feeds().views(), view -> Stream.of(view.key().value(), view.title()))
        .map(view -> link(view, context));
  }

  private static Html.TextLink link(FeedRules.FeedView view, PageContext context) {
    return new Html.TextLink(view.title(), context.links().of(view.scope().page()));
  }
}
