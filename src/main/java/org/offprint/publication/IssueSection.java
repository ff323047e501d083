package org.offprint.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;

/**
 * A section within one issue: all the parts whose headings mean that section, in order.
 *
 * @param section the section
 * @param parts at least one
 */
public record IssueSection(Section section, List<Issue.SectionText> parts) {
  public IssueSection {
    parts = List.copyOf(parts);
  }

  /** The parts of an issue section by section, in the order of their first heading. */
  static List<IssueSection> of(List<PublishedPart> parts) {
    Map<Section, List<Issue.SectionText>> bySection = parts.stream()
        .collect(Collectors.groupingBy(
            PublishedPart::section,
            LinkedHashMap::new,
            Collectors.mapping(PublishedPart::part, Collectors.toList())));
    return bySection.entrySet().stream()
        .map(entry -> new IssueSection(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The items under all the headings. */
  public List<Item> items() {
    return parts.stream().flatMap(part -> part.items().stream()).toList();
  }

  /** Returns the number of items under all the headings. */
  public int itemCount() {
    int count = 0;
    for (Issue.SectionText part : parts) {
      count += part.items().size();
    }
    return count;
  }

  /** Returns the number of bytes of its HTML under all the headings. */
  public long length() {
    long length = 0;
    for (Issue.SectionText part : parts) {
      length += part.content().length();
    }
    return length;
  }

  /** Returns true if it has no items besides those that the issue already has further up. */
  public boolean isEmpty() {
    return parts.stream().allMatch(part -> part.items().isEmpty());
  }
}
