"""From the start of the process to the first feed, against a build by Hugo."""

import os

from archives import open_archive
from generators import Hugo
from machine import jdk
from programs import WORK, note, offprint
from report import middle, ratio, table

ROUNDS = {581: 7, 10_000: 5}


def homes():
    """The JDKs that are named, by what they say of themselves; else the one that `java` is."""
    named = [os.environ.get(name, "") for name in ("JAVA_17_HOME", "JAVA_25_HOME")]
    return {jdk(home): home for home in filter(None, named)} or {jdk(""): ""}


def seconds_to_feed(archive, home):
    with offprint(archive.folder, home) as server:
        return server.await_feed("/feed.atom")


def rows_of(archive):
    hugo = Hugo(archive)
    taken = {name: [] for name in homes()}
    builds = []
    # The first round only fills the page cache.
    for number in range(-1, ROUNDS[archive.count]):
        build = hugo.build()
        starts = {name: seconds_to_feed(archive, home) for name, home in homes().items()}
        if number >= 0:
            builds.append(build)
            for name, start in starts.items():
                taken[name].append(start)
    note(f"start with {archive.count} issues: done")
    return [
        [f"{archive.count:,}", name, f"{middle(starts):.2f}", f"{middle(builds):.2f}", ratio(starts, builds)]
        for name, starts in taken.items()
    ]


def main():
    archives = [open_archive(WORK, count) for count in ROUNDS]
    table(
        "Start → first feed",
        "Seconds from the start of the process to the end of the first answer with the feed, and of a full build by"
        f" Hugo; medians of {' and '.join(map(str, ROUNDS.values()))} rounds in turn. 581 issues are"
        f" {archives[0].origin}, 10,000 {archives[1].origin}.",
        ["issues", "JDK", "Offprint s", "Hugo s", "ratio (rounds)"],
        [row for archive in archives for row in rows_of(archive)],
    )


main()
