package org.offprint.format;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.Picture;
import org.offprint.issue.Author;
import org.offprint.publication.SectionKey;

/** Writes JSON Feed 1.1. */
final class JsonFeedRenderer {
  private JsonFeedRenderer() {}

  static byte[] render(FeedDocument document) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      writeFeed(json, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeFeed(JsonWriter json, FeedDocument document) throws IOException {
    json.beginObject();
    json.name("version").value("https://jsonfeed.org/version/1.1");
    json.name("title").value(document.title());
    json.name("home_page_url").value(document.page().toString());
    json.name("feed_url").value(document.self(FeedFormat.JSON).toString());
    writeUri(json, "next_url", document.older(FeedFormat.JSON));
    if (!document.description().isEmpty()) {
      json.name("description").value(document.description());
    }
    writeUri(
        json, "icon", document.masthead().logo().or(() -> document.masthead().icon()));
    writeUri(json, "favicon", document.masthead().icon());
    writeAuthors(json, document.authors());
    json.name("language").value(document.language());
    if (!document.hubs().all().isEmpty()) {
      writeHubs(json, document.hubs().all());
    }
    json.name("_offprint").beginObject();
    json.name("about").value(document.extensionPage().toString());
    json.endObject();
    json.name("items").beginArray();
    for (Entry entry : document.entries()) {
      writeEntry(json, entry);
    }
    json.endArray();
    json.endObject();
  }

  private static void writeHubs(JsonWriter json, List<URI> hubs) throws IOException {
    json.name("hubs").beginArray();
    for (URI hub : hubs) {
      json.beginObject();
      json.name("type").value("WebSub");
      json.name("url").value(hub.toString());
      json.endObject();
    }
    json.endArray();
  }

  private static void writeEntry(JsonWriter json, Entry entry) throws IOException {
    json.beginObject();
    json.name("id").value(entry.id().toString());
    json.name("url").value(entry.permalink().toString());
    writeUri(json, "external_url", entry.related());
    json.name("title").value(entry.title());
    json.name("content_html").value(entry.content().markup());
    if (!entry.summary().isEmpty()) {
      json.name("summary").value(entry.summary());
    }
    writeUri(json, "image", entry.picture().map(Picture::address));
    json.name("date_published").value(DateTimeFormatter.ISO_INSTANT.format(entry.published()));
    json.name("date_modified").value(DateTimeFormatter.ISO_INSTANT.format(entry.updated()));
    if (!entry.authors().isEmpty()) {
      writeAuthors(json, entry.authors());
    }
    if (entry.language().isPresent()) {
      json.name("language").value(entry.language().get());
    }
    if (!entry.categories().isEmpty()) {
      json.name("tags").beginArray();
      for (String label :
          entry.categories().stream().map(Entry.Category::label).distinct().toList()) {
        json.value(label);
      }
      json.endArray();
    }
    writeSource(json, entry.source());
    json.endObject();
  }

  /** Writes our extension: issue, number and sections of an entry for software. */
  private static void writeSource(JsonWriter json, Entry.Source source) throws IOException {
    json.name("_offprint").beginObject();
    json.name("issue").value(source.issue());
    if (source.number().isPresent()) {
      json.name("number").value(source.number().get());
    }
    json.name("sections").beginArray();
    for (SectionKey section : source.sections()) {
      json.value(section.value());
    }
    json.endArray();
    json.endObject();
  }

  private static void writeAuthors(JsonWriter json, List<Author> authors) throws IOException {
    json.name("authors").beginArray();
    for (Author author : authors) {
      json.beginObject();
      json.name("name").value(author.name());
      writeUri(json, "url", author.uri());
      json.endObject();
    }
    json.endArray();
  }

  private static void writeUri(JsonWriter json, String name, Optional<URI> uri) throws IOException {
    if (uri.isPresent()) {
      json.name(name).value(uri.get().toString());
    }
  }
}
