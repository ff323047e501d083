"""What the most expensive requests that can be made up cost the server, next to an ordinary one."""

import itertools
import re
import time

from archives import ADJECTIVES, NOUNS, open_archive
from programs import WORK, note, offprint
from report import middle, table
from wire import Connection

ROUNDS = 3
WARM_SECONDS = 5
WARM_REQUESTS = 5_000
ROUND_SECONDS = 0.5
MOST_TIMES = 20
SHOWN = 10
# Little enough that no feed of sections stays in the cache for long.
MEMORY = "1M"
FEED = "/feed.atom"
GZIP = {"Accept-Encoding": "gzip"}
BROWSER = GZIP | {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", "Priority": "u=0, i"}
# The server refuses more than 8 KB of request line and headers, which is cheap.
ROOM = 7_600


def filled(text, joint=""):
    """A text as often as there is room for."""
    return joint.join([text] * (ROOM // len(text + joint)))


def lines(name, value):
    """A header in as many lines as there is room for."""
    return {name: filled(value, f"\r\n{name}: ")}


def tags(count):
    return ", ".join(f'W/"{number:016d}"' for number in range(count))


def by_headers():
    """Headers that an ordinary feed is asked for with."""
    dates = dict.fromkeys(("If-Modified-Since", "If-Unmodified-Since"), "Sunday, 06-Nov-94 08:49:37 GMT")
    yield "200 entity tags", {"If-None-Match": tags(200)}
    yield "200 entity tags to match", {"If-Match": tags(200)}
    yield "2,500 empty entity tags", {"If-None-Match": filled('""', ",")}
    yield "330 lines of entity tags", lines("If-None-Match", '"a"')
    yield "dates in the form of RFC 850", dates
    yield "a date of 8 KB", {"If-Modified-Since": filled("Sun, 06 ")}
    yield "800 encodings", {"Accept-Encoding": filled("br;q=0.1", ",")}
    yield "2,500 encodings without a name", {"Accept-Encoding": filled("*", ", ")}
    yield "300 lines of encodings", lines("Accept-Encoding", "br")
    yield "1,200 ranges", {"Range": "bytes=" + filled("10-19", ",")}
    yield "1,200 ranges if a tag matches", {"Range": "bytes=" + filled("10-19", ","), "If-Range": '"a"'}
    yield "700 hops", {"X-Forwarded-For": filled("127.0.0.1", ",")}
    yield "240 lines of hops", lines("X-Forwarded-For", "127.0.0.1")
    yield "500 hops by RFC 7239", {"Forwarded": filled("for=127.0.0.1", ",")}
    yield "1,500 empty headers", {"x": "\r\nx:" * 1_500}
    yield "a cookie of 8 KB", {"Cookie": filled("a=b", "; ")}
    yield "a browser's navigation", BROWSER


def by_path():
    """Paths that are the same each time."""
    yield "a query of 8 KB", FEED + "?" + filled("a=b", "&")
    yield "a path of 8 KB", "/" + filled("a")
    yield "a path of 1,000 characters", "/" + "a" * 990
    yield "3,800 folders", "/" + filled("a/")
    yield "450 folders", "/" + "a/" * 450
    yield "3,800 slashes", filled("/")
    yield "900 slashes", "/" * 900
    yield "2,500 percent-encoded characters", "/" + filled("%61")
    yield "300 percent-encoded characters", "/" + "%61" * 300
    yield "a feed of 3,800 sections", "/sections/" + filled("a", "+") + ".atom"
    yield "a feed of 450 sections", "/sections/" + "+".join(["a"] * 450) + ".atom"
    yield "a feed of the same section 90 times", "/sections/" + "+".join(["news"] * 90) + ".atom"
    yield "a feed of all but 450 sections", "/except/" + ",".join(["a"] * 450) + ".atom"
    yield "a feed of five unknown sections", "/sections/" + "+".join(f"abcdefghi{n}" for n in range(5)) + ".atom"
    yield "a section with 900 letters", "/sections/" + "deliver-" * 110
    yield "an unknown archive", "/feed/items/archive/999999.atom"
    yield "an unknown page", "/sections/tools/page/999999"
    yield "120 folders of pages", "/page/1" * 120
    yield "90 folders of archives", "/archive/1" * 90
    yield "an unknown sitemap", "/sitemap-9.xml"
    yield "an unknown issue", "/issues/" + "a" * 900 + ".md"
    yield "a year without issues", "/archive/9999"
    yield "the form with 500 sections", "/feeds/build?" + filled("section=tools", "&")
    yield "the form with 500 unknown sections", "/feeds/build?" + filled("section=a", "&")
    yield "the form with an unknown section", "/feeds/build?section=a"
    yield "a search of 8 KB", "/search?q=" + filled("a")
    yield "a search of 1,200 encoded characters", "/search?q=" + filled("%C3%A9")
    yield "a search of 400 colons", "/search?q=" + filled("host:")
    yield "a search with 1,900 parameters", "/search?" + filled("q=a", "&")
    yield "an ordinary unknown page", "/nothing"
    yield "a feed of a search of 8 KB", "/search.atom?q=" + filled("a+")
    yield "the status page", "/status"
    yield "the metrics", "/metrics"


def rendered(sections):
    """Requests for which something is rendered or searched each time, by numbers."""
    combinations = [
        f"/{kind}/{'+'.join(some)}{lens}"
        for lens in ("", "/items")
        for size in range(2, 6)
        for some in itertools.combinations(sections, size)
        for kind in ("sections", "except")
    ]

    def combination(number, suffix):
        return combinations[number % len(combinations)] + suffix

    def words(number):
        return f"{NOUNS[number % len(NOUNS)]}+{ADJECTIVES[number // len(NOUNS) % len(ADJECTIVES)]}"

    yield "a feed of several sections", lambda n: combination(n, ".atom"), GZIP
    yield "a feed of several sections, plain", lambda n: combination(n, ".rss"), {}
    yield "a feed of several sections, brotli", lambda n: combination(n, ".json"), {"Accept-Encoding": "br"}
    yield "the archive of several sections", lambda n: combination(n, f"/archive/{n % 9 + 1}.atom"), GZIP
    yield "a feed of several sections, opened by a browser", lambda n: combination(n, ".atom"), BROWSER
    yield "the page of several sections", lambda n: combination(n, ""), GZIP
    yield "a search", lambda n: f"/search?q={words(n)}", GZIP
    yield "a search without hits", lambda n: f"/search?q=nothing{n}", GZIP
    yield "a search for 16 words", lambda n: f"/search?q=-{words(n)}+{'+'.join(NOUNS[n % 90:][:14])}", GZIP
    yield "a search for beginnings", lambda n: f"/search?q=s*+c*+p*+de*+re*+-{words(n)}", GZIP
    yield "a search for a phrase", lambda n: f"/search?q=%22a+good+look%22+-{words(n)}", GZIP
    yield "the last page of a search", lambda n: f"/search?q=a+the+-{words(n)}&page=10", GZIP
    yield "the feed of a search", lambda n: f"/search.atom?q=-{words(n)}+a", GZIP
    yield "the feed of a search, opened by a browser", lambda n: f"/search.atom?q={words(n)}", BROWSER


def spent(server):
    """Processor seconds of the server until now, without the JVM's compiler, whose work ends."""
    return sum(seconds for name, seconds in server.cpu_by_thread().items() if "CompilerThre" not in name)


class Meter:
    """Asks a server, one request after the other."""

    def __init__(self, server, connection):
        self.server = server
        self.connection = connection
        self.number = 0

    def cost(self, path, headers, seconds):
        """Processor microseconds of the server for one request, and its last status."""
        asked = 0
        status = 0
        before = spent(self.server)
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            status = self.connection.get(path(self.number), headers).status
            self.number += 1
            asked += 1
        return (spent(self.server) - before) / asked * 1e6, status

    def warm(self, path, headers):
        """Asks until the JVM has compiled what runs often."""
        deadline = time.perf_counter() + WARM_SECONDS
        for _ in range(WARM_REQUESTS):
            self.connection.get(path(self.number), headers)
            self.number += 1
            if time.perf_counter() > deadline:
                break

    def compare(self, odd, ordinary):
        """The middle cost of an odd request, its status, and how many times an ordinary one that is."""
        self.warm(*odd)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(self.cost(*ordinary, ROUND_SECONDS)[0])
            micros, status = self.cost(*odd, ROUND_SECONDS)
            ours.append(micros)
        return middle(ours), status, middle(ours) / middle(theirs), middle(theirs)


def most_expensive(meter, requests, ordinary):
    """Rows of the table, the highest ratio first."""
    rows = []
    for name, path, headers in requests:
        micros, status, times, usual = meter.compare((path, headers), ordinary)
        note(f"requests: {name}: {status}, {micros:,.0f} µs, {times:.1f} times {usual:,.0f}")
        rows.append((times, [name, status, f"{micros:,.0f}", f"{times:.1f}"]))
    return [row for _, row in sorted(rows, key=lambda row: -row[0])]


def fixed(path):
    return lambda _: path


def main():
    archive = open_archive(WORK, 581)
    arguments = ["--memory", MEMORY, "--behind-proxy", "on"]
    with offprint(archive.folder, arguments=arguments) as server, Connection(server.port) as connection:
        server.await_ready()
        server.await_feed("/search?q=word", 400)
        feeds = sorted(set(re.findall(r"/sections/[a-z0-9-]+\.(?:atom|rss)", connection.get("/feeds").body.decode())))
        sections = sorted({path.split("/")[2].split(".")[0] for path in feeds})
        meter = Meter(server, connection)
        cached = fixed(FEED), GZIP
        first = (lambda number: feeds[number % len(feeds)]), GZIP
        for ordinary in (cached, first, cached):
            meter.cost(*ordinary, WARM_SECONDS)
        odd = [(name, fixed(FEED), headers) for name, headers in by_headers()]
        odd += [(name, fixed(path), {}) for name, path in by_path()]
        parts = [most_expensive(meter, odd, cached), most_expensive(meter, rendered(sections), first)]
    table(
        "The most expensive requests",
        f"581 issues, one request after the other; medians of {ROUNDS} rounds in turn, without the JVM's compiler. *Odd* requests,"
        f" of which these are the {SHOWN} most expensive of {len(parts[0])}, next to a GET of a feed that is cached;"
        " requests for which something must be *rendered* or searched next to the first GET of a feed.",
        ["kind", "request", "status", "server CPU µs", "× ordinary"],
        [["odd", *row] for row in parts[0][:SHOWN]] + [["rendered", *row] for row in parts[1][:SHOWN]],
    )
    if max(float(rows[0][-1]) for rows in parts) > MOST_TIMES:
        raise SystemExit(f"requests: one costs more than {MOST_TIMES} times an ordinary one")


main()
