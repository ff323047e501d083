package org.offprint.settings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All settings: key (with the name of its value, for a flag), default, allowed values, effect. Messages,
 * {@code offprint serve --help}, the start-up log and the test of {@code docs/settings.md} use it.
 *
 * @param settings the rows, in their order
 */
public record SettingsTable(List<Setting> settings) {
  /** The top level of {@code offprint.yaml}. */
  public static final SettingsTable NEWSLETTER = of("""
      title | Newsletter | one line of text | The name of the newsletter
      description | | one line of text | One sentence about it, for feeds and the home page
      base-url | the server's, else http://localhost:PORT/ | an address such as https://example.org/ without ? and # | The address that readers use
      id | tag:HOST,2005 or tag:HOST,2005:PATH, with the host and path of the base URL | something like tag:example.org,2010 | The beginning of the ids of entries
      language | en | a tag such as en, en-GB or de | The language of issues that do not name their own, and of dates
      time-zone | UTC | a name such as UTC or Europe/London | The time zone of dates without an offset, and of the times on the status page
      publish-time | 00:00 | a time of day such as "07:00" | The time of issues whose date has none
      date-order | | mdy or dmy | The order of month and day in dates such as 07-05-2026
      keys | | a block of our keys, each with the one in your files, such as date: issued | Other names for keys of front matter
      dates | | a block such as {issue: 1, on: 2018-04-20, every: 7d}, or the name of a file in the folder such as dates.txt | The dates of issues that have none, by their number or by a list
      date-from | | a pattern such as "{year}/{month}/{number}"; it may also have {day}, {week}, {name} and * | The places of date and number in the path of an issue without its ending
      slugs | {name} | a pattern such as "{name}-{year}-{month}-{day}"; it may also have {number} and {folder} | The names of issues in their addresses, unless an issue has a slug
      generator | auto | auto, plain, jekyll, hugo, zola, eleventy or docusaurus | The generator that the issues were written for, which tells the template languages in them
      snippets | | a block of tags, each with Markdown on one line | What stands in place of a tag of a template language
      authors | | a name, or a list of names and blocks | The publishers
      icon | | an address such as /icon.png or https://example.org/icon.png | A small square picture
      logo | | an address such as /icon.png or https://example.org/icon.png | A large picture
      copyright | | one line of text | The line of rights
      robots | true | true or false | Allows search engines and other robots to read the site
      colors | our own | a block | The colour that pages have beside ink and paper
      stylesheet | | the name of a file in the folder such as style.css | A stylesheet of your own, which pages load after ours
      links | | a list of blocks | Links at the head of every page, behind ours
      pages | | a list of blocks | Pages of your own, such as an imprint, which are no issues
      footer | | Markdown of at most 10000 characters | Words at the foot of every page
      sections | every heading is a section | a list of blocks | The headings that mean the same section, and the sections that are sponsored
      views | | a list of blocks | Feeds with a name of their own
      window | as below | a block | The size of the feeds
      item-link | page | page or external | The link of an item's entry: its place in the issue, or the page that it is about
      search | true | true or false | Lets readers search, and subscribe to a search
      feed-pages | true | true or false | Answers a browser that opens the address of a feed with a page about it
      markdown | true | true or false | Serves each issue as Markdown, too, at the address of its page with .md
      listed-from | 2 | a number from 1 to 1000 | The number of issues from which on a section is listed that the settings do not name
      ping | | the address of a hub such as https://hub.example.com/, or a list of them | Other hubs that are told of changed feeds
      webhooks | | a list of blocks | Addresses that get a message about each new issue
      files | | a pattern or a list of patterns, such as _posts/** or "*-letter.md" | The only files that are issues; without it, each text may be one that has front matter, or a date or a number in its name or in that of its folder
      ignore | | a pattern or a list of patterns, such as drafts/** or "*.bak.md" | Files that are no issues
      issue-bytes | 524288 | a number from 10000 to 1000000 | The largest size of an issue file, in bytes
      media | static, public and assets beside the issues | a block of paths such as "/images/", each with a folder such as ../static/images, or an address | The folders of pictures whose addresses begin at the root of the site
      media-bytes | 100000000 | a number from 10000 to 2000000000 | The largest size of a picture or another file that is served, in bytes
      ids | tag:…:SLUG | a pattern such as "{base}/{slug}"; it may also have {year}, {month} and {day} | The form of the ids that another generator gave to issues
      redirects | | a block of old paths, each with a path or an address | The new places of pages that an older site had
      server | | a block | The server's settings
      """);

  /** A block of {@code authors:}. */
  public static final SettingsTable AUTHOR = of("""
      name | must be there | one line of text | The name as readers see it
      email | | an e-mail address such as mara@example.org | Kept out of all that is served
      url | | an address that begins with https:// or http:// | The author's page
      uri | | an address that begins with https:// or http:// | The author's page
      """);

  /** The block {@code dates:}. */
  public static final SettingsTable DATES = of("""
      issue | must be there | a number from 0 to 99999 | The number of any issue
      on | must be there | a day such as 2018-04-20 | Its day
      every | must be there | a time such as 7d, 2w, 1 month or 1 year | The time from one issue to the next
      """);

  /** The block {@code colors:}. */
  public static final SettingsTable COLORS = of("""
      accent | our own, a dark red | a colour such as "#8a2f1b", in quotes | The colour of links and headings on light paper
      accent-dark | accent, as much lighter as it needs | a colour such as "#8a2f1b", in quotes | The same on dark paper
      """);

  /** A block of {@code links:}. */
  public static final SettingsTable LINK = of("""
      title | must be there | one line of text | Its words
      url | must be there | an address such as https://example.org/mail, mailto:mara@example.org or /about | Its target
      """);

  /** A block of {@code pages:}. */
  public static final SettingsTable PAGE = of("""
      file | must be there | the name of a text in the folder such as about.md | Its file, which is then no issue
      path | the name of the file | a path of lower-case letters, digits and - such as /about | Its address
      title | that of the file | one line of text | Its name for readers
      """);

  /** A block of {@code sections:}. */
  public static final SettingsTable SECTION = of("""
      key | must be there | a name of lower-case letters, digits and - | Its name in addresses and ids
      title | the key | one line of text | Its name for readers
      kind | | sponsored, or no kind at all | sponsored marks sponsored content
      headings | the title | a pattern or a list of patterns | The headings that mean it, without regard to case
      items | auto | auto, headings, list, paragraphs or none | What its items are
      skip | false | true or false | true leaves it in the issue, but gives it no feed
      """);

  /** A block of {@code views:}. */
  public static final SettingsTable VIEW = of("""
      key | must be there | a name of lower-case letters, digits and - | Its name in addresses
      title | the key | one line of text | Its name for readers
      description | | one line of text | One sentence about it
      sections | all | the key of a section, of letters, digits and -, or a list of keys | Its sections
      except | | the key of a section, of letters, digits and -, or a list of keys | The sections that it leaves out
      tags | all | a tag, or a list of tags | Only the issues that have one of them
      authors | all | the name of an author, or a list of names | Only the issues by one of them
      languages | all | a language tag such as de, or a list of them | Only the issues in one of them
      item-link | that of the newsletter | page or external | The link of an item's entry, for a program that shows the link alone
      content | full | full or summary | Whole entries, or one or two sentences
      lens | issues | issues or items | One entry for each issue, or for each item
      window | that of the newsletter | a block | Its size
      """);

  /** The block {@code window:} of the newsletter, or of a view. */
  public static final SettingsTable WINDOW = of("""
      issues | 20 | a number from 1 to 300 | The most entries of a feed of issues
      items | 100 | a number from 1 to 1000 | The most entries of a feed of items
      bytes | 500000 | a number from 10000 to 5000000 | About the most bytes of the entries of a feed in its largest format
      """);

  /** A block of {@code webhooks:}. */
  public static final SettingsTable WEBHOOK = of("""
      url | must be there | an address such as https://chat.example.org/hooks/1, or a variable such as $CHAT_HOOK | Where the message is sent to
      secret | | a variable such as $CHAT_SECRET | The key that signs each message
      edits | false | true or false | Sends changed issues, too
      """);

  /** The block {@code server:}, which is also flags and variables. */
  public static final SettingsTable SERVER = of("""
      host ADDRESS | 0.0.0.0 | an address or a name of this machine | The address to listen on; 0.0.0.0 means all
      port N | 8080 | a number from 0 to 65535 | The port to listen on; 0 takes a free one
      base-url URL | base-url of the newsletter | an address such as https://example.org/ without ? and # | The address that readers use; it comes before the newsletter's
      scan-interval TIME | 2s | a time such as 2s, 500ms or 1m, at least 100ms | How often to look for changes where the system does not report them, such as on network mounts
      feed-max-age TIME | by the rhythm of the newsletter, 15m to 60m | a time such as 15m or 900s, at most 1440m | How long a copy of a feed may be used without asking
      memory BYTES | a quarter of the heap, but not over 64M | a number of bytes such as 64M or 1G, from 1M to 4G | The size of the render cache
      data FOLDER | | the name of a folder | Where parsed issues and the main feeds are kept, so that the next start is faster, and the subscriptions of the hub
      websub WHICH | auto | auto, on or off | The hub, which sends new issues to subscribers at once: auto switches it on if there is data or a database, and readers use a public https address
      database URL | | an address such as jdbc:postgresql://db.example.org/offprint | A PostgreSQL database for the hub, in place of a file in data, so that several servers share it
      websub-allow NETWORKS | | networks such as 10.0.0.0/8 or fd00::/8, with commas | Private networks in which subscribers and webhooks may be
      websub-ports PORTS | 80,443,8080,8443 | numbers from 1 to 65535, with commas | The ports at which subscribers may be
      websub-limit N | 5000 | a number from 1 to 1000000 | How many subscriptions of one feed the hub takes
      poll-limit N | off | off, or a number from 1 to 10000 | How many times an hour a client gets all of one feed without asking whether it has changed
      behind-proxy ON | off | on or off | On if a proxy in front sets the address of the client in X-Forwarded-For, and it alone can reach the port
      status WHICH | private | private or public | Who may see /status and /metrics: private puts them on a port of their own, public beside the feeds
      metrics-port N | 8081, if it is free | off, or a number from 0 to 65535 | The port of /status and /metrics while they are private; if it is set, /metrics alone is there while they are public
      metrics-host ADDRESS | 127.0.0.1 | an address or a name of this machine | The address of that port; 0.0.0.0 means all
      log-format FORMAT | text | text or json | The format of the log on standard error
      log-level LEVEL | info | debug, info or warn | The least severe events in the log; debug shows every setting at the start
      access-log WHICH | off | off, on, or a number from 1 to 1000000 for one of so many answers | Which answers are logged, with the addresses of clients
      count-readers ON | on | on or off | Counts readers, keeping no address
      """);

  private static SettingsTable of(String rows) {
    return new SettingsTable(rows.lines().map(Setting::of).toList());
  }

  /** Returns the keys in the order of the rows. */
  public List<String> keys() {
    return settings.stream().map(Setting::key).toList();
  }

  Setting setting(String key) {
    return settings.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
  }

  /**
   * One setting.
   *
   * @param key the name in {@code offprint.yaml}, and of the flag
   * @param label the name of the value in the help; empty for a setting that is no flag
   * @param fallback the default: a value, or words that describe it; may be empty
   * @param allowed the values that are allowed, in the words of messages
   * @param sentence the effect, in the words of the help
   */
  public record Setting(
      String key, String label, String fallback, String allowed, String sentence) {
    private static Setting of(String row) {
      List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
      List<String> name = List.of(cells.get(0).split(" ", -1));
      return new Setting(
          name.get(0),
          name.size() > 1 ? name.get(1) : "",
          cells.get(1),
          cells.get(2),
          cells.get(3));
    }
  }

  /**
   * A setting in force.
   *
   * @param value without passwords
   * @param origin a flag, a variable, the file, or {@code default}
   */
  public record EffectiveSetting(String key, String value, String origin) {
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]*@");
    private static final Pattern PASSWORD =
        Pattern.compile("(?i)(?<=[?&](?:password|sslpassword)=)[^&\\s]*");
    private static final Pattern SECRET = Pattern.compile("password|secret|token|credential");

    public EffectiveSetting {
      value = SECRET.matcher(key).find() ? "***" : withoutCredentials(value);
    }

    static EffectiveSetting byDefault(Setting setting) {
      String value = setting.fallback().isEmpty() ? "not set" : setting.fallback();
      return new EffectiveSetting(setting.key(), value, "default");
    }

    /** Removes the user and the password from an address, also those of a database. */
    public static String withoutCredentials(String text) {
      return PASSWORD.matcher(CREDENTIALS.matcher(text).replaceAll("***@")).replaceAll("***");
    }
  }
}
