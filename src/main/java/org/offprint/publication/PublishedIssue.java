package org.offprint.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.issue.PictureSize;

/**
 * An issue as part of the publication.
 *
 * @param issue the issue as its file has it
 * @param sections its sections that hold something, in the order of their first heading
 * @param parts all its parts in the author's order, each with the section that its heading means
 * @param files the files to which it refers, as they were last seen
 * @param facets the tags, authors and language that it names itself
 * @param seen the time at which we first saw the file's current text; empty if it was there from the start
 */
public record PublishedIssue(
    Issue issue,
    List<IssueSection> sections,
    List<PlacedPart> parts,
    List<SeenFile> files,
    List<Facet.Value> facets,
    Optional<Instant> seen) {
  private static final long NANOS_OF_SECOND = 1_000_000_000;

  public PublishedIssue {
    sections = List.copyOf(sections);
    parts = List.copyOf(parts);
    files = List.copyOf(files);
    facets = List.copyOf(facets);
  }

  /** Returns an issue with the sections that a vocabulary names, without its repeats. */
  public static PublishedIssue of(Issue issue, SectionVocabulary vocabulary) {
    List<PlacedPart> parts = Repeats.removedFrom(vocabulary.partsOf(issue));
    return new PublishedIssue(
        issue,
        IssueSection.of(parts).stream().filter(section -> !section.isEmpty()).toList(),
        parts,
        List.of(),
        Facet.of(issue),
        Optional.empty());
  }

  /** Returns a copy with another reading of its file. */
  PublishedIssue with(Issue other) {
    return new PublishedIssue(other, sections, parts, files, facets, seen);
  }

  PublishedIssue seenAt(Optional<Instant> moment) {
    return new PublishedIssue(issue, sections, parts, files, facets, moment);
  }

  /** Returns a copy with its files as they are now. */
  PublishedIssue with(List<SeenFile> now) {
    return new PublishedIssue(issue, sections, parts, now, facets, seen);
  }

  /**
   * Returns the size of a picture to which it refers.
   *
   * @param path that of its address below the base URL, decoded
   */
  public Optional<PictureSize> sizeOf(String path) {
    return files.stream()
        .filter(seen -> seen.file().path().equals(path))
        .findFirst()
        .flatMap(SeenFile::size);
  }

  /**
   * Returns the earliest time at which readers could have had its current version, rounded up to the
   * second: an issue may be dated long before its file arrives.
   */
  public Instant changed() {
    return seen.map(moment -> moment.plusNanos(NANOS_OF_SECOND - 1).truncatedTo(ChronoUnit.SECONDS))
        .filter(moment -> moment.isAfter(updated()))
        .orElseGet(this::updated);
  }

  /** Counts its items, under all headings. */
  int itemCount() {
    int count = issue.items().size();
    for (IssueSection section : sections) {
      count += section.itemCount();
    }
    return count;
  }

  /** {@link #published()} in seconds since 1970. */
  long publishedSecond() {
    return issue.date().toEpochSecond();
  }

  /** First publication; never moves. */
  public Instant published() {
    return issue.date().toInstant();
  }

  /** The last significant change that the author declares, never before {@link #published()}. */
  public Instant updated() {
    return issue
        .updated()
        .map(OffsetDateTime::toInstant)
        .filter(moment -> moment.isAfter(published()))
        .orElseGet(this::published);
  }

  /** Returns the whole issue, with its sponsored content marked in the newsletter's words. */
  public Html content(Masthead masthead) {
    List<Html> paid = parts.stream()
        .filter(placed -> placed.section().isSponsored())
        .map(placed -> placed.part().content())
        .toList();
    return paid.isEmpty()
        ? issue.content()
        : issue.content().replacing(paid, piece -> sponsored(piece, masthead));
  }

  /** Returns a piece of the issue, marked as sponsored in the newsletter's words. */
  public Html sponsored(Html piece, Masthead masthead) {
    return piece.sponsored(
        masthead.wording().say("sponsored"), masthead.languageOfWordsIn(issue.language()));
  }

  /** Returns true if it is no issue, but a page of the publisher's own. */
  boolean isPage() {
    return issue.isPage();
  }

  /** Returns an issue that is held back with the reason in its title, since its authors see it; any other as it is. */
  PublishedIssue marked(Instant now, Wording words) {
    if (!isHeldBack(now)) {
      return this;
    }
    String mark = issue.draft() ? "mark.draft" : issue.isOver(now) ? "mark.over" : "mark.toCome";
    return with(issue.withTitle(words.say(mark, issue.title())));
  }

  /** Returns whether it is a draft, an issue to come, or one whose time is over. */
  boolean isHeldBack(Instant now) {
    return issue.isHeldBack(now);
  }

  /**
   * A part of an issue, and the section that its heading means.
   *
   * @param section the section
   * @param part the part of the issue
   */
  public record PlacedPart(Section section, Issue.SectionText part) {
    /** Returns the part without the items that the issue already has further up. */
    public Html distinct() {
      return part.distinct();
    }

    /** Returns the same as {@link #distinct()}, without a heading that says no more than the name of the section. */
    public Html distinctUnderName() {
      boolean isName =
          SectionKey.ofHeading(part.heading()).equals(SectionKey.ofHeading(section.title()));
      return isName ? distinct().withoutOpeningHeading() : distinct();
    }
  }

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
    static List<IssueSection> of(List<PlacedPart> parts) {
      Map<Section, List<Issue.SectionText>> bySection = parts.stream()
          .collect(Collectors.groupingBy(
              PlacedPart::section,
              LinkedHashMap::new,
              Collectors.mapping(PlacedPart::part, Collectors.toList())));
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

    /** Returns true if it has nothing besides the items that the issue already has further up. */
    public boolean isEmpty() {
      return parts.stream().allMatch(Issue.SectionText::isEmpty);
    }
  }
}
