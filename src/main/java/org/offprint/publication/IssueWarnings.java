package org.offprint.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceLines;

/** Warns of what the division of one issue into sections shows: repeats that are left out, and items that lack their link. */
final class IssueWarnings {
  /** With fewer others it may be meant. */
  private static final int LEAST_WITH_LINK = 2;

  /** Several without a link are forgotten links if they are one item in so many. */
  private static final int MOST_PART = 4;

  private static final int LONGEST_TITLE = 60;

  /** The rest of a link that Markdown takes for text; a whole one stands in raw HTML, and has a warning. */
  private static final Pattern BROKEN_LINK =
      Pattern.compile("]\\((?!(?:https?://|mailto:|/)[^()\\s]+\\))");

  private static final Pattern BEGINS_WITH_LINK =
      Pattern.compile("^(?:<(?!a\\s)[^>]*>|[^<\\p{L}])*+<a\\s");
  private static final Pattern ENDS_WITH_LINK =
      Pattern.compile("</a>(?:<[^>]*>|[^<\\p{L}\\p{N}])*+$");

  /** A short sentence, as "…and more!" and "Thank you for reading!" at the end. */
  private static final Pattern CLOSING = Pattern.compile("(?:…|\\.{3}).{0,80}"
      + "|(?:[^.!?。！？]|[.!?](?=[^\\s.!?])){1,80}[.!?…。！？]+[^\\p{L}\\p{N}]{0,9}");

  private final Issue issue;
  private final List<Problem> found = new ArrayList<>();

  private IssueWarnings(Issue issue) {
    this.issue = issue;
  }

  static List<Problem> of(PublishedIssue published) {
    IssueWarnings warnings = new IssueWarnings(published.issue());
    Map<String, Issue.SectionText> wholes = new HashMap<>();
    published.issue().parts().forEach(part -> wholes.put(part.anchor(), part));
    published
        .parts()
        .forEach(placed -> warnings.look(
            wholes.getOrDefault(placed.part().anchor(), placed.part()), placed.part()));
    return List.copyOf(warnings.found);
  }

  private void look(Issue.SectionText whole, Issue.SectionText kept) {
    if (kept.items().size() < whole.items().size()) {
      Set<String> keys = kept.items().stream().map(Item::key).collect(Collectors.toSet());
      whole.items().stream()
          .filter(item -> !keys.contains(item.key()))
          .forEach(item -> add(
              Problem.Kind.REPEAT,
              whole,
              item,
              "repeats an item further up, so feeds leave it out: \"%s\""));
    }
    List<Item> bare = kept.items().stream().filter(item -> isBare(item)).toList();
    bare.stream()
        .filter(item -> BROKEN_LINK.matcher(item.content().text()).find()
            || (isFew(bare, kept.items()) && isUnlike(item, kept.items())))
        .forEach(item -> add(
            Problem.Kind.ITEM,
            whole,
            item,
            "has no link, though the other items of its section have one: \"%s\""));
  }

  /** More than a few are meant so. */
  private static boolean isFew(List<Item> bare, List<Item> all) {
    return bare.size() == 1 || bare.size() * MOST_PART <= all.size();
  }

  private static boolean isBare(Item item) {
    return item.addresses().isEmpty();
  }

  /**
   * Returns true if all the others begin with their link, or all end with it. What stands below a sub-heading, and closing words, are
   * of another kind.
   */
  private static boolean isUnlike(Item bare, List<Item> all) {
    boolean isClosing = all.get(all.size() - 1).equals(bare)
        && (!isEntry(bare) || CLOSING.matcher(bare.content().text()).matches());
    return all.size() > LEAST_WITH_LINK
        && !isClosing
        && !bare.content().markup().startsWith("<h")
        && all.stream().allMatch(item -> isEntry(item) == isEntry(bare))
        && (hasShape(BEGINS_WITH_LINK, bare, all) || hasShape(ENDS_WITH_LINK, bare, all));
  }

  private static boolean isEntry(Item item) {
    return item.whole().markup().startsWith("<li");
  }

  private static boolean hasShape(Pattern shape, Item bare, List<Item> all) {
    return all.stream()
        .filter(item -> !item.equals(bare) && !isBare(item))
        .allMatch(item -> shape.matcher(item.content().markup()).find());
  }

  private void add(Problem.Kind kind, Issue.SectionText part, Item item, String message) {
    found.add(new Problem(
        kind,
        issue.file(),
        SourceLines.of(issue).of(part, item),
        message.formatted(Html.cut(item.title(), LONGEST_TITLE))));
  }
}
