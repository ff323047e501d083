import com.google.gson.Gson;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ROME as readers use it: through {@code SyndFeed}, over what our own code fetched. */
public final class RomeReader {
  static final class Request {
    List<Feed> feeds;
  }

  static final class Feed {
    String url;
    String file;
  }

  public static void main(String[] arguments) throws Exception {
    Gson gson = new Gson();
    Request request =
        gson.fromJson(new InputStreamReader(System.in, StandardCharsets.UTF_8), Request.class);
    List<Map<String, Object>> feeds = new ArrayList<>();
    for (Feed feed : request.feeds) {
      feeds.add(Map.of("url", feed.url, "entries", entries(feed)));
    }
    System.out.write(gson.toJson(feeds).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static List<Map<String, Object>> entries(Feed feed) throws Exception {
    List<Map<String, Object>> entries = new ArrayList<>();
    try (XmlReader reader = new XmlReader(new File(feed.file))) {
      for (SyndEntry entry : new SyndFeedInput().build(reader).getEntries()) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", entry.getUri());
        values.put("title", entry.getTitle());
        values.put("link", entry.getLink());
        values.put("published", seconds(entry.getPublishedDate()));
        values.put("updated", seconds(entry.getUpdatedDate()));
        values.put(
            "content", entry.getContents().stream().findFirst().map(SyndContent::getValue).orElse(null));
        entries.add(values);
      }
    }
    return entries;
  }

  private static Long seconds(Date date) {
    return date == null ? null : date.getTime() / 1000;
  }
}
