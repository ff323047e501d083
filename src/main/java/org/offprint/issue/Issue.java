package org.offprint.issue;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One number of the newsletter, as its file says it. Immutable.
 *
 * @param file path relative to the folder of issues, with {@code /} between names
 * @param slug the issue's name in its address, a {@link Slug}; the whole path, with {@code /} before it, of a page that is no issue
 * @param isNamed true if its file says the slug, which is never another one then
 * @param title plain text, never blank
 * @param number the author's number of the issue: from front matter, else the first {@code #digits} of the title
 * @param date the time of publication, with its own offset, to the second
 * @param updated the last significant change that the author declares
 * @param id a permanent id that the author sets, in place of the one that is derived
 * @param description one or two sentences about the issue, plain text
 * @param authors its authors; empty if they are the publication's
 * @param tags the author's tags, in their order
 * @param image a picture for the issue, absolute
 * @param language a BCP 47 tag, where it differs from the publication's
 * @param draft true if the author holds it back
 * @param end the moment from which it is held back again
 * @param source the whole file as text, front matter included, lines ended by {@code \n}: to compare files and to
 *     find lines, never to be sent
 * @param content the whole issue as HTML, as the author's file has it; its section headings are {@code h2}
 * @param lead the content before the first section heading; may be empty
 * @param parts the issue under its section headings, in order; empty when it has none
 * @param items the items of an issue without section headings; empty when it has any
 * @param footnotes its footnotes, which stand at its end
 * @param files the files beside the issues that it refers to, each once
 * @param links its links that may lead to other issues
 * @param formerPaths its paths at another generator
 * @param top a heading above all others: the title in other words, unless the publisher names it
 */
public record Issue(
    String file,
    String slug,
    boolean isNamed,
    String title,
    Optional<String> number,
    OffsetDateTime date,
    Optional<OffsetDateTime> updated,
    Optional<URI> id,
    Optional<String> description,
    List<Author> authors,
    List<String> tags,
    Optional<URI> image,
    Optional<String> language,
    boolean draft,
    Optional<OffsetDateTime> end,
    Utf8Text source,
    Html content,
    Html lead,
    List<SectionText> parts,
    List<Item> items,
    Footnotes footnotes,
    List<LinkedFile> files,
    List<LinkedIssue> links,
    List<FormerPath> formerPaths,
    Optional<TopHeading> top) {
  public Issue {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    parts = List.copyOf(parts);
    items = List.copyOf(items);
    files = List.copyOf(files);
    links = List.copyOf(links);
    formerPaths = List.copyOf(formerPaths);
  }

  /** Returns the references without which it was read, as {@link Surroundings.Targets} names them. */
  public NavigableSet<String> dead() {
    NavigableSet<String> dead = new TreeSet<>();
    files.stream().filter(LinkedFile::isDead).forEach(file -> dead.add(file.path()));
    links.stream().filter(LinkedIssue::isDead).forEach(link -> dead.add(link.reference()));
    return dead;
  }

  /** Returns true if it is no issue, but a page of the publisher's own. */
  public boolean isPage() {
    return slug.startsWith("/");
  }

  /** Returns true if it is a draft, an issue to come, or one whose time is over. */
  public boolean isHeldBack(Instant now) {
    return draft || date.toEpochSecond() > now.getEpochSecond() || isOver(now);
  }

  /** Returns true if it has been there until its end. */
  public boolean isOver(Instant now) {
    return end.filter(moment -> !moment.toInstant().isAfter(now)).isPresent();
  }

  /** Returns how it is held back, for people. */
  public String holdBack(Instant now) {
    return draft
        ? "as a draft"
        : end.filter(moment -> isOver(now))
            .map(moment -> "since " + moment)
            .orElse("until " + date);
  }

  /** Returns a copy without the id that the author set. */
  public Issue withoutId() {
    return with(title, updated, Optional.empty());
  }

  /** Returns a copy without the date of its last change. */
  public Issue withoutUpdated() {
    return with(title, Optional.empty(), id);
  }

  /** Returns a copy with another title. */
  public Issue withTitle(String other) {
    return with(other, updated, id);
  }

  private Issue with(
      String otherTitle, Optional<OffsetDateTime> otherUpdated, Optional<URI> otherId) {
    return new Issue(
        file,
        slug,
        isNamed,
        otherTitle,
        number,
        date,
        otherUpdated,
        otherId,
        description,
        authors,
        tags,
        image,
        language,
        draft,
        end,
        source,
        content,
        lead,
        parts,
        items,
        footnotes,
        files,
        links,
        formerPaths,
        top);
  }

  /**
   * A heading above all others.
   *
   * @param isNamed true if the publisher names a section for it, so that it is one
   */
  public record TopHeading(String text, boolean isNamed) {}

  /** Returns true if it would be read alike by these rules for headings, which cut items alike. */
  public boolean isReadAlike(HeadingRules rules) {
    return top.filter(heading -> rules.names(heading.text()) != heading.isNamed())
        .isEmpty();
  }

  /**
   * The content under one section heading of an issue. The publication decides which section that heading
   * means.
   *
   * @param heading the author's heading as plain text; may be empty
   * @param anchor the {@code id} of the heading in the issue's page
   * @param content everything under the heading, with the heading
   * @param distinct {@code content} without repeated items, which the publication finds; equal to {@code content}
   *     if there are none
   * @param items the items in reading order; in the publication without repeated ones
   */
  public record SectionText(
      String heading, String anchor, Html content, Html distinct, List<Item> items) {
    private static final int SOME = 10;

    public SectionText {
      items = List.copyOf(items);
    }

    /** Returns true if it has neither an item nor words of its own: nothing, or only what stands further up already. */
    public boolean isEmpty() {
      return items.isEmpty()
          && (!distinct.equals(content) || content.excerpt(SOME).isEmpty());
    }

    /**
     * Returns a copy without some items.
     *
     * @param kept the others
     */
    public SectionText without(List<Item> repeats, List<Item> kept) {
      List<Html> gone = repeats.stream().map(Item::whole).toList();
      return new SectionText(
          heading, anchor, content, content.replacing(gone, piece -> Html.EMPTY), kept);
    }
  }
}
