package org.offprint.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.offprint.issue.Problem;
import org.offprint.issue.YamlMapping;
import org.offprint.publication.IssuePattern;
import org.offprint.publication.Redirect;

/** Reads {@code redirects:}, old paths and what stands in their place. */
record RedirectSettings(String file, List<Problem> problems) {
  List<Redirect> read(SettingValues settings) {
    List<Redirect> redirects = new ArrayList<>();
    settings.mapping("redirects").ifPresent(values -> {
      SettingValues targets = new SettingValues(values, file, problems);
      for (String from : values.keys()) {
        targets.text(from).flatMap(to -> redirect(values, from, to)).ifPresent(redirects::add);
      }
      refuseCircles(values, redirects);
    });
    return redirects;
  }

  private Optional<Redirect> redirect(YamlMapping values, String from, String to) {
    String old = from.length() > 1 ? from.replaceFirst("/+$", "") : from;
    Optional<IssuePattern> source =
        IssuePattern.find(old).filter(path -> old.startsWith("/") && !old.contains("?"));
    Optional<IssuePattern> target =
        IssuePattern.find(to).filter(path -> to.startsWith("/") || to.matches("https?://[^/].*"));
    boolean isPlaced = source.filter(path -> path.isFixed() || path.hasSlug()).isPresent();
    if (!isPlaced || target.isEmpty()) {
      problems.add(new Problem(
          file,
          values.lineOf(from),
          "\"%s: %s\" is no redirect; write an old path and a new one, such as \"/{slug}/\": /issues/{slug}"
              .formatted(from, to)));
      return Optional.empty();
    }
    if (source.get().isFixed() && !target.get().isFixed()) {
      problems.add(new Problem(
          file, values.lineOf(from), "\"%s\" needs {slug} in the old path, too".formatted(to)));
      return Optional.empty();
    }
    return Optional.of(new Redirect(source.get(), target.get()));
  }

  private void refuseCircles(YamlMapping values, List<Redirect> redirects) {
    Map<String, String> targets = redirects.stream()
        .collect(Collectors.toMap(
            redirect -> redirect.from().toString(),
            redirect -> redirect.to().toString(),
            (first, second) -> first));
    for (Redirect redirect : redirects) {
      Set<String> passed = new HashSet<>();
      String place = redirect.from().toString();
      while (targets.containsKey(place) && passed.add(place)) {
        place = Optional.ofNullable(targets.get(place)).orElseThrow();
      }
      if (place.equals(redirect.from().toString())) {
        problems.add(new Problem(
            file,
            values.lineOf(place),
            "the redirect of \"%s\" leads back to it".formatted(place)));
      }
    }
  }
}
