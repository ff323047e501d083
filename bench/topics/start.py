"""From the start of the process to the first feed, against a build by Hugo."""

import dataclasses
import time

from archives import open_archive
from caches import aot, classes, has_aot_cache, homes
from generators import Hugo
from programs import WORK, javalin, note, offprint
from report import middle, ratio, table

ROUNDS = {581: 5, 10_000: 3}
MOST_SECONDS_TO_KEEP = 60
LIGHT = "-XX:TieredStopAtLevel=1"


@dataclasses.dataclass(frozen=True)
class Way:
    """A way to start it: has_store says that an earlier run has kept parsed issues and feeds (--data).

    is_alone is Javalin without Offprint, as a measure.
    """

    name: str
    version: str
    home: str
    options: str = ""
    has_store: bool = True
    is_alone: bool = False


def ways():
    for version, home in homes().items():
        options, _ = (aot if has_aot_cache(version) else classes)(version, home)
        cache = "AOT cache" if has_aot_cache(version) else "AppCDS"
        yield Way("Javalin alone, a line of text", version, home, is_alone=True)
        yield Way("first start", version, home, has_store=False)
        yield Way("`--data`", version, home)
        yield Way(f"first start, {cache}", version, home, options, has_store=False)
        yield Way(f"`--data`, {cache}", version, home, options)
        yield Way(f"`--data`, {cache}, `{LIGHT}`", version, home, f"{options} {LIGHT}")


@dataclasses.dataclass(frozen=True)
class Start:
    """Seconds from the start of the process to the first feed, and until everything is served."""

    feed: float
    everything: float


def start_once(archive, way, is_first):
    if way.is_alone:
        with javalin(way.home) as server:
            seconds = server.await_feed("/feed.atom")
            return Start(seconds, seconds)
    store = WORK / f"store-{archive.count}-{way.version}"
    # Both are of use for one base URL, which must not go by the port here.
    arguments = ["--base-url", "https://news.example.org/", *(["--data", store] if way.has_store else [])]
    with offprint(archive.folder, way.home, way.options, arguments) as server:
        start = Start(server.await_feed("/feed.atom"), server.await_ready())
        if way.has_store and is_first:
            await_file(store / "offprint.feeds")
        return start


def await_file(file):
    """Feeds are kept when all is read, behind all else."""
    end = time.monotonic() + MOST_SECONDS_TO_KEEP
    while not file.exists():
        if time.monotonic() > end:
            raise SystemExit(f"{file} was not written")
        time.sleep(0.1)


def rows_of(archive, all_ways):
    hugo = Hugo(archive)
    taken = {way: [] for way in all_ways}
    builds = []
    # The first round only fills the page cache, and the stores.
    for number in range(-1, ROUNDS[archive.count]):
        build = hugo.build_afresh()
        starts = {way: start_once(archive, way, number < 0) for way in all_ways}
        if number >= 0:
            builds.append(build)
            for way, start in starts.items():
                taken[way].append(start)
        note(f"start with {archive.count} issues, round {number + 1}: done")
    return [row(archive, way, starts, builds) for way, starts in taken.items()]


def row(archive, way, starts, builds):
    feeds = [start.feed for start in starts]
    everything = middle([start.everything for start in starts])
    return [
        f"{archive.count:,}", way.version, way.name, f"{middle(feeds):.2f}", f"{middle(builds):.2f}",
        ratio(feeds, builds), f"{everything:.2f}",
    ]


def main():
    archives = [open_archive(WORK, count) for count in ROUNDS]
    all_ways = list(ways())
    table(
        "Start → first feed",
        "Seconds from the start of the process to the end of the first answer with the feed, and of a full build by"
        f" Hugo into an empty folder; medians of {' and '.join(map(str, ROUNDS.values()))} rounds in turn. 581 issues are"
        f" {archives[0].origin}, 10,000 {archives[1].origin}. With `--data` an earlier run has kept parsed issues and the main feeds,"
        " which are served until the site is there."
        " *Everything* is when all issues have been read;"
        " the caches were made by a run with copies of the sample issues, as the Docker image's. `-XX:TieredStopAtLevel=1` compiles"
        " lightly: less is gained later.",
        ["issues", "JDK", "how", "Offprint s", "Hugo s", "ratio (rounds)", "everything s"],
        [row for archive in archives for row in rows_of(archive, all_ways)],
    )


main()
