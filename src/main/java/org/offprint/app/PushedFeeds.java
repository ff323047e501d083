package org.offprint.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.format.IssueMessage;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.push.Content;
import org.offprint.push.Topics;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.Representation;
import org.offprint.site.Site;

/** The feeds and issues of the current site, for the hub. Thread-safe. */
final class PushedFeeds implements Topics {
  private final CurrentSite current;
  /** The messages of the last publication, which are made once. */
  private volatile Messages messages = new Messages(Optional.empty(), Map.of());

  private record Messages(Optional<Publication> publication, Map<String, Content> issues) {}

  PushedFeeds(CurrentSite current) {
    this.current = current;
  }

  /** The hub begins when there is a site. */
  private Site site() {
    return current.find().orElseThrow();
  }

  /** Returns the content of a feed at its own address, in every letter; fails if it cannot be rendered at the moment. */
  @Override
  public Optional<Content> content(String url) {
    Site site = site();
    return path(url, site).map(site::find).flatMap(answer -> {
      if (answer instanceof Answer.Later later) {
        throw new IllegalStateException(url + " cannot be rendered: " + later.reason());
      }
      return answer instanceof Answer.Found found && found.representation().isTopic()
          ? Optional.of(content(found.representation()))
          : Optional.empty();
    });
  }

  private static Optional<String> path(String url, Site site) {
    try {
      Addresses addresses = site.publication().addresses();
      return addresses
          .pathOf(new URI(url))
          .filter(path -> addresses.of(path).toString().equals(url))
          .filter(path -> site.feeds()
              .findAddress(path)
              .filter(found -> found.path().equals(path))
              .isPresent());
    } catch (URISyntaxException e) {
      // Whoever asks for it may write anything.
      return Optional.empty();
    }
  }

  private static Content content(Representation feed) {
    byte[] body = new byte[feed.length()];
    feed.body().get(body);
    return new Content(feed.contentType(), body);
  }

  @Override
  public List<String> listed() {
    return site().feeds().directory().stream()
        .flatMap(group -> group.feeds().stream())
        .filter(feed -> feed.scope().isTopic())
        .flatMap(PushedFeeds::addresses)
        .toList();
  }

  private static Stream<String> addresses(FeedListing feed) {
    return Stream.of(FeedFormat.values()).map(format -> feed.address(format).toString());
  }

  @Override
  public Map<String, Content> issues() {
    Publication publication = site().publication();
    Messages last = messages;
    if (last.publication().filter(publication::equals).isEmpty()) {
      last = new Messages(Optional.of(publication), issues(publication));
      messages = last;
    }
    return last.issues();
  }

  private static Map<String, Content> issues(Publication publication) {
    Map<String, Content> issues = new LinkedHashMap<>();
    List<PublishedIssue> newestFirst = publication.issues();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      PublishedIssue issue = newestFirst.get(i);
      issues.put(
          publication.addresses().issue(issue.issue()).toString(),
          new Content(IssueMessage.MEDIA_TYPE, IssueMessage.render(publication, issue)));
    }
    return Collections.unmodifiableMap(issues);
  }
}
