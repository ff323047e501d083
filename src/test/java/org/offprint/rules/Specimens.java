package org.offprint.rules;

/** Feed documents that keep every rule: each mistake is made in one of them. */
final class Specimens {
  /** A subscription document. */
  static final Specimen ATOM = new Specimen("/feed.atom", """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>Weekly</title>
        <subtitle>What happened</subtitle>
        <link rel="alternate" type="text/html" href="https://news.example.org/" />
        <link rel="self" type="application/atom+xml" href="https://news.example.org/feed.atom" />
        <author>
          <name>Ada</name>
          <email>ada@example.org</email>
          <uri>https://example.org/ada</uri>
        </author>
        <id>tag:news.example.org,2005:feed</id>
        <icon>https://news.example.org/icon.png</icon>
        <logo>https://news.example.org/logo.png</logo>
        <rights type="text">Ours</rights>
        <updated>2024-05-03T00:00:00Z</updated>
        <generator>Offprint</generator>
        <entry>
          <title>Second</title>
          <link rel="alternate" type="text/html" href="https://news.example.org/issues/2" />
          <category term="tools" scheme="https://news.example.org/sections/" label="Tools" />
          <author>
            <name>Bob</name>
          </author>
          <id>tag:news.example.org,2005:2</id>
          <updated>2024-05-03T00:00:00Z</updated>
          <published>2024-05-02T00:00:00Z</published>
          <content type="html">&lt;p&gt;Two &lt;a href="https://example.org/"&gt;links&lt;/a&gt;&lt;/p&gt;</content>
          <summary>About two</summary>
        </entry>
        <entry>
          <title>First</title>
          <link rel="alternate" type="text/html" href="https://news.example.org/issues/1" />
          <author><name>Ida</name></author>
          <id>tag:news.example.org,2005:1</id>
          <updated>2024-05-01T00:00:00Z</updated>
          <published>2024-05-01T00:00:00Z</published>
          <content type="html">&lt;p&gt;One&lt;/p&gt;</content>
        </entry>
      </feed>
      """);

  /** A document in the middle of an archive. */
  static final Specimen ATOM_ARCHIVE = new Specimen("/feed/archive/2.atom", """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
        <fh:archive />
        <title>Weekly</title>
        <link rel="alternate" type="text/html" href="https://news.example.org/" />
        <link rel="self" type="application/atom+xml" href="https://news.example.org/feed/archive/2.atom" />
        <link rel="current" type="application/atom+xml" href="https://news.example.org/feed.atom" />
        <link rel="prev-archive" type="application/atom+xml" href="https://news.example.org/feed/archive/1.atom" />
        <link rel="next-archive" type="application/atom+xml" href="https://news.example.org/feed/archive/3.atom" />
        <author>
          <name>Ada</name>
        </author>
        <id>tag:news.example.org,2005:feed</id>
        <updated>1970-01-01T00:00:00Z</updated>
      </feed>
      """);

  /** A document that holds its whole feed, and says so. */
  static final Specimen ATOM_COMPLETE = new Specimen("/feed.atom", """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
        <fh:complete />
        <title>Weekly</title>
        <link rel="alternate" type="text/html" href="https://news.example.org/" />
        <link rel="self" type="application/atom+xml" href="https://news.example.org/feed.atom" />
        <author>
          <name>Ada</name>
        </author>
        <id>tag:news.example.org,2005:feed</id>
        <updated>1970-01-01T00:00:00Z</updated>
      </feed>
      """);

  /** A subscription document. */
  static final Specimen RSS = new Specimen("/feed.rss", """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"\
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:source="http://source.scripting.com/"\
       xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" version="2.0">
        <channel>
          <title>Weekly</title>
          <link>https://news.example.org/</link>
          <atom:link rel="self" type="application/rss+xml" href="https://news.example.org/feed.rss" />
          <description>What happened</description>
          <language>en</language>
          <lastBuildDate>Fri, 03 May 2024 00:00:00 GMT</lastBuildDate>
          <ttl>60</ttl>
          <image>
            <url>https://news.example.org/logo.png</url>
            <title>Weekly</title>
            <link>https://news.example.org/</link>
          </image>
          <sy:updatePeriod>weekly</sy:updatePeriod>
          <sy:updateFrequency>1</sy:updateFrequency>
          <item>
            <title>Second</title>
            <link>https://news.example.org/issues/2</link>
            <description>About two</description>
            <content:encoded>&lt;p&gt;Two&lt;/p&gt;</content:encoded>
            <source:markdown>Two [links](https://example.org/)</source:markdown>
            <category domain="https://news.example.org/sections/">Tools</category>
            <pubDate>Thu, 02 May 2024 00:00:00 GMT</pubDate>
            <guid isPermaLink="false">tag:news.example.org,2005:2</guid>
            <dc:creator>Ada</dc:creator>
          </item>
          <item>
            <title>First</title>
            <link>https://news.example.org/issues/1</link>
            <description>About one</description>
            <content:encoded>&lt;p&gt;One&lt;/p&gt;</content:encoded>
            <pubDate>Wed, 01 May 2024 00:00:00 +0000</pubDate>
            <guid isPermaLink="false">tag:news.example.org,2005:1</guid>
            <dc:creator>Ada</dc:creator>
          </item>
        </channel>
      </rss>
      """);

  /** A document in the middle of an archive. */
  static final Specimen RSS_ARCHIVE = new Specimen("/feed/archive/2.rss", """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" version="2.0">
        <channel>
          <fh:archive />
          <title>Weekly</title>
          <link>https://news.example.org/</link>
          <atom:link rel="self" type="application/rss+xml" href="https://news.example.org/feed/archive/2.rss" />
          <atom:link rel="current" type="application/rss+xml" href="https://news.example.org/feed.rss" />
          <atom:link rel="prev-archive" type="application/rss+xml" href="https://news.example.org/feed/archive/1.rss" />
          <atom:link rel="next-archive" type="application/rss+xml" href="https://news.example.org/feed/archive/3.rss" />
          <description>What happened</description>
          <language>en</language>
          <lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT</lastBuildDate>
          <ttl>60</ttl>
        </channel>
      </rss>
      """);

  /** A subscription document. */
  static final Specimen JSON = new Specimen("/feed.json", """
      {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Weekly",
        "home_page_url": "https://news.example.org/",
        "feed_url": "https://news.example.org/feed.json",
        "next_url": "https://news.example.org/feed/archive/3.json",
        "authors": [{"name": "Ada", "url": "https://example.org/ada"}],
        "language": "en",
        "items": [
          {
            "id": "tag:news.example.org,2005:2",
            "url": "https://news.example.org/issues/2",
            "title": "Second",
            "content_html": "<p>Two</p>",
            "summary": "About two",
            "date_published": "2024-05-02T00:00:00Z",
            "date_modified": "2024-05-03T00:00:00Z",
            "tags": ["Tools"],
            "_offprint": {"about": "https://example.org/about", "issue": "2"}
          },
          {
            "id": "tag:news.example.org,2005:1",
            "url": "https://news.example.org/issues/1",
            "title": "First",
            "content_html": "<p>One</p>",
            "date_published": "2024-05-01T00:00:00Z",
            "date_modified": "2024-05-01T00:00:00Z"
          }
        ]
      }
      """);

  /** A document in the middle of an archive. */
  static final Specimen JSON_ARCHIVE = new Specimen(
      "/feed/archive/2.json",
      JSON.with("/feed.json", "/feed/archive/2.json")
          .with("archive/3", "archive/1")
          .text());

  private Specimens() {}
}
