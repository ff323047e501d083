package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Names of HTML elements that are words of a title, as in "The &lt;table&gt; element", and no markup. */
final class ElementNames {
  private static final Set<String> VOID = Set.of("br", "img", "source", "wbr");
  /** Elements around words, which are layout in a title, too. */
  private static final Set<String> LAYOUT = Set.of("big", "center", "div", "font", "p");

  /** In raw HTML there is no other way to break a line. */
  private static final Set<String> LINE_BREAKS = Set.of("br", "wbr");

  private static final Pattern BARE = Pattern.compile("</?[\\w-]+\\s*>");
  private static final Pattern HEADING =
      Pattern.compile("(?is)(<h([1-6])\\b[^>]*+>)(.{1,300}?)(</h\\2\\s*+>)");

  private ElementNames() {}

  /** Turns them into words in a block: its titles are its links and its bold text, or all of it. */
  static void makeWords(Node block, boolean isTitle) {
    List<HtmlInline> tags = new ArrayList<>();
    block.accept(new AbstractVisitor() {
      @Override
      public void visit(HtmlInline tag) {
        tags.add(tag);
      }
    });
    if (tags.isEmpty()) {
      return;
    }
    Set<HtmlInline> markup = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<String, Deque<HtmlInline>> open = new HashMap<>();
    for (HtmlInline tag : tags) {
      String name = RawHtml.nameAt(tag.getLiteral(), 0).orElse("");
      boolean isBare = BARE.matcher(tag.getLiteral()).matches();
      boolean mayBeClosed = RawHtml.isInline(name) || LAYOUT.contains(name) || Embeds.isOne(name);
      Deque<HtmlInline> begun = open.computeIfAbsent(name, any -> new ArrayDeque<>());
      if (name.isEmpty() || (VOID.contains(name) && (!isBare || !isWord(tag)))) {
        markup.add(tag);
      } else if (tag.getLiteral().startsWith("</") && !begun.isEmpty()) {
        HtmlInline start = begun.pop();
        if (markup.contains(start) || start.getNext() != tag) {
          markup.addAll(List.of(start, tag));
        }
      } else if (mayBeClosed && !(isBare && Embeds.isOne(name))) {
        begun.push(tag);
        if (!isBare) {
          markup.add(tag);
        }
      }
    }
    Set<String> ended = ended(tags, block.getNext());
    tags.stream()
        .filter(
            tag -> !markup.contains(tag) && (isTitle || isInTitle(tag) || isInSentence(tag, ended)))
        .forEach(tag -> {
          tag.insertBefore(new Text(tag.getLiteral()));
          tag.unlink();
        });
  }

  /** Returns raw HTML in whose headings they are words. */
  static String inHeadings(String literal) {
    return literal.contains("</h") || literal.contains("</H")
        ? HEADING
            .matcher(literal)
            .replaceAll(heading -> Matcher.quoteReplacement(
                heading.group(1) + inHeading(heading.group(3)) + heading.group(4)))
        : literal;
  }

  private static String inHeading(String content) {
    Node heading = new Paragraph();
    Set<Node> raw = Collections.newSetFromMap(new IdentityHashMap<>());
    int at = 0;
    while (at < content.length()) {
      int open = content.indexOf('<', at);
      boolean isTag = open == at
          && RawHtml.nameAt(content, at)
              .filter(name -> !LINE_BREAKS.contains(name))
              .isPresent();
      int end = isTag ? RawHtml.endOfTag(content, at) : content.indexOf('<', at + 1);
      end = end < 0 ? content.length() : end;
      String piece = content.substring(at, end);
      if (isTag) {
        HtmlInline tag = new HtmlInline();
        tag.setLiteral(piece);
        heading.appendChild(tag);
      } else {
        Text words = new Text(piece);
        raw.add(words);
        heading.appendChild(words);
      }
      at = end;
    }
    makeWords(heading, true);
    StringBuilder named = new StringBuilder();
    for (Node child : Headings.children(heading)) {
      if (child instanceof HtmlInline tag) {
        named.append(tag.getLiteral());
      } else if (child instanceof Text words) {
        named.append(
            raw.contains(words) ? words.getLiteral() : Entities.escape(words.getLiteral()));
      }
    }
    return named.toString();
  }

  /** Returns the names of the elements that end in a block or directly below it. */
  private static Set<String> ended(List<HtmlInline> tags, @Nullable Node below) {
    Stream<String> next =
        below instanceof HtmlBlock raw ? Stream.of(raw.getLiteral().stripLeading()) : Stream.of();
    return Stream.concat(tags.stream().map(HtmlInline::getLiteral), next)
        .filter(html -> html.startsWith("</"))
        .flatMap(html -> RawHtml.nameAt(html, 0).stream())
        .collect(Collectors.toSet());
  }

  /** Returns true for a box that begins in the midst of a line of words, and that nothing ends. */
  private static boolean isInSentence(HtmlInline tag, Set<String> ended) {
    String literal = tag.getLiteral();
    return tag.getPrevious() != null
        && tag.getNext() != null
        && isWord(tag)
        && !literal.startsWith("</")
        && BARE.matcher(literal).matches()
        && RawHtml.nameAt(literal, 0)
            .filter(name -> !ended.contains(name) && UnclosedTags.isBox(name))
            .isPresent();
  }

  /** Returns true if a tag stands alone between blanks. */
  private static boolean isWord(HtmlInline tag) {
    Node next = tag.getNext();
    return (tag.getPrevious() == null
            || (tag.getPrevious() instanceof Text before && before.getLiteral().endsWith(" ")))
        && (next == null
            || (next instanceof Text after
                && !Character.isLetterOrDigit(after.getLiteral().codePointAt(0))));
  }

  private static boolean isInTitle(HtmlInline tag) {
    Node parent = tag.getParent();
    while (parent != null) {
      if (parent instanceof Link || parent instanceof StrongEmphasis) {
        return true;
      }
      parent = parent.getParent();
    }
    return false;
  }
}
