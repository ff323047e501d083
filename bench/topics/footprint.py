"""What one Offprint costs: files, start and memory, with and without a cache of classes."""

import os
import pathlib
import time

from archives import open_archive
from asking import CONNECTIONS, ask_all, feeds
from machine import jdk
from programs import REPOSITORY, WORK, Program, free_port, java_environment, note
from report import middle, table

ISSUES = 581
ROUNDS = 5
IDLE_SECONDS = 3
LOAD_SECONDS = 3
HEAP = "-Xmx256m"
FIRST_WITH_AOT_CACHE = 25
JAR = REPOSITORY / "target/offprint.jar"


def serve(home, folder, options):
    port = free_port()
    command = ["java", HEAP, *options, "-jar", JAR, "serve", folder, "--host", "127.0.0.1", "--port", port]
    return Program("offprint", command, port, java_environment(home))


def train(home, folder, options):
    """A run over the same folder, at whose end the JVM writes its cache."""
    with serve(home, folder, options) as server:
        server.await_feed("/feed.atom")
        ask_all(server, feeds(server), 1)
        server.process.terminate()
        server.process.wait(120)


def variants(folder):
    """Name, JDK and options of each way to start it; the options are of those JDKs alone that know them."""
    named = [os.environ.get(name, "") for name in ("JAVA_17_HOME", "JAVA_25_HOME")]
    for home in list(filter(None, named)) or [""]:
        version = jdk(home)
        classes = WORK / f"{version}.jsa"
        train(home, folder, [f"-XX:ArchiveClassesAtExit={classes}"])
        yield f"{version}, jar alone", home, [], None
        yield f"{version}, AppCDS", home, [f"-XX:SharedArchiveFile={classes}"], classes
        if int(version.split(".")[0]) >= FIRST_WITH_AOT_CACHE:
            cache = WORK / f"{version}.aot"
            train(home, folder, [f"-XX:AOTCacheOutput={cache}"])
            yield f"{version}, AOT cache", home, [f"-XX:AOTCache={cache}"], cache


def measure(home, folder, options):
    with serve(home, folder, options) as server:
        start = server.await_feed("/feed.atom")
        time.sleep(IDLE_SECONDS)
        idle = server.resident_mb()
        ask_all(server, feeds(server), LOAD_SECONDS)
        return start, idle, server.resident_mb()


def cell(values, form):
    return f"{middle(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def size_mb(files):
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f}"


def main():
    archive = open_archive(WORK, ISSUES)
    ways = list(variants(archive.folder))
    taken = {name: [] for name, *_ in ways}
    for number in range(ROUNDS):
        for name, home, options, _ in ways:
            taken[name].append(measure(home, archive.folder, options))
        note(f"footprint, round {number + 1} of {ROUNDS}: done")
    libraries = list(pathlib.Path(REPOSITORY / "target/lib").iterdir())
    table(
        "Footprint",
        f"{ISSUES} issues ({archive.origin}), {HEAP}. *Start* is from the start of the process to the end of the first answer"
        f" with the feed; *idle* is the resident memory {IDLE_SECONDS} s later, *loaded* after every feed in three formats was"
        f" asked for over {CONNECTIONS} connections for at least {LOAD_SECONDS} s. Medians of {ROUNDS} rounds in turn, and the"
        f" range. `offprint.jar` has {size_mb([JAR])} MB, the {len(libraries)} libraries in `lib/` {size_mb(libraries)} MB.",
        ["JDK", "cache of classes, MB", "start, s", "idle, MB", "loaded, MB"],
        [
            [name, size_mb([cache]) if cache else "–"]
            + [cell([run[i] for run in taken[name]], form) for i, form in ((0, ".2f"), (1, ".0f"), (2, ".0f"))]
            for name, _, _, cache in ways
        ],
    )


main()
