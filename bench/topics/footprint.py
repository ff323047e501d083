"""What one Offprint costs: files, start and memory, with and without a cache of classes."""

import time

from asking import CONNECTIONS, ask_all, feeds
from caches import ISSUES, aot, classes, has_aot_cache, homes
from programs import note, offprint
from report import middle, table

ROUNDS = 5
IDLE_SECONDS = 3
LOAD_SECONDS = 3
HEAP = "-Xmx256m"


def variants():
    """Name, JDK and options of each way to start it; the options are of those JDKs alone that know them."""
    for version, home in homes().items():
        options, cache = classes(version, home, HEAP)
        yield f"{version}, jar alone", home, "", None
        yield f"{version}, AppCDS", home, options, cache
        if has_aot_cache(version):
            options, cache = aot(version, home, HEAP)
            yield f"{version}, AOT cache", home, options, cache


def measure(home, options):
    with offprint(ISSUES, home, f"{HEAP} {options}") as server:
        start = server.await_feed("/feed.atom")
        work = server.cpu_seconds()
        time.sleep(IDLE_SECONDS)
        idle = server.resident_mb()
        ask_all(server, feeds(server), LOAD_SECONDS)
        return start, work, idle, server.resident_mb()


def cell(values, form):
    return f"{middle(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def size_mb(file):
    return f"{file.stat().st_size / 1e6:.1f}"


def main():
    ways = list(variants())
    taken = {name: [] for name, *_ in ways}
    for number in range(ROUNDS):
        for name, home, options, _ in ways:
            taken[name].append(measure(home, options))
        note(f"footprint, round {number + 1} of {ROUNDS}: done")
    table(
        "Footprint",
        f"The sample issues, {HEAP}. *Start* is from the start of the process to the end of the first answer with the feed, *CPU*"
        " the processor time until then, which other programs disturb less; *idle* is the resident memory"
        f" {IDLE_SECONDS} s later, *loaded* after every feed in three formats was asked for over {CONNECTIONS} connections for at"
        f" least {LOAD_SECONDS} s. Medians of {ROUNDS} rounds in turn, and the range.",
        ["JDK", "cache of classes, MB", "start, s", "CPU, s", "idle, MB", "loaded, MB"],
        [
            [name, size_mb(cache) if cache else "–"]
            + [cell([run[i] for run in taken[name]], form) for i, form in enumerate((".2f", ".2f", ".0f", ".0f"))]
            for name, _, _, cache in ways
        ],
    )


main()
