package org.offprint.format;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.PublishedIssue.IssueSection;

/** Writes the message about an issue for webhooks, in JSON. Slack and Mattermost take {@code text} of it, Discord {@code content}. */
public final class IssueMessage {
  /** Its media type, without parameters. */
  public static final String MEDIA_TYPE = "application/json";

  private IssueMessage() {}

  /** Renders a message in UTF-8; the same issue gives the same bytes. */
  public static byte[] render(Publication publication, PublishedIssue issue) {
    String link = publication.addresses().issue(issue.issue()).toString();
    String words =
        "%s: %s %s".formatted(publication.masthead().title(), issue.issue().title(), link);
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("text").value(words);
      json.name("content").value(words);
      json.name("title").value(issue.issue().title());
      json.name("link").value(link);
      json.name("published").value(issue.published().toString());
      json.name("updated").value(issue.updated().toString());
      json.name("sections").beginArray();
      for (IssueSection section : issue.sections()) {
        json.value(section.section().key().value());
      }
      json.endArray();
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
