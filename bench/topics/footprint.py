"""What one Offprint costs: files, start and memory, with and without a cache of classes."""

import os
import pathlib
import time

from asking import CONNECTIONS, ask_all, feeds
from machine import jdk
from programs import REPOSITORY, WORK, Program, free_port, java_environment, note
from report import middle, table

ISSUES = REPOSITORY / "issues"
ROUNDS = 5
IDLE_SECONDS = 3
LOAD_SECONDS = 3
HEAP = "-Xmx256m"
FIRST_WITH_AOT_CACHE = 25
JAR = REPOSITORY / "target/offprint.jar"


def serve(home, options):
    port = free_port()
    command = ["java", HEAP, *options, "-jar", JAR, "serve", ISSUES, "--host", "127.0.0.1", "--port", port]
    return Program("offprint", command, port, java_environment(home))


def train(home, options):
    """A run, at whose end the JVM writes its cache."""
    with serve(home, options) as server:
        server.await_feed("/feed.atom")
        ask_all(server, feeds(server), 1)
        server.process.terminate()
        server.process.wait(120)


def variants():
    """Name, JDK and options of each way to start it; the options are of those JDKs alone that know them."""
    named = [os.environ.get(name, "") for name in ("JAVA_17_HOME", "JAVA_25_HOME")]
    for home in list(filter(None, named)) or [""]:
        version = jdk(home)
        classes = WORK / f"{version}.jsa"
        train(home, [f"-XX:ArchiveClassesAtExit={classes}"])
        yield f"{version}, jar alone", home, [], None
        yield f"{version}, AppCDS", home, [f"-XX:SharedArchiveFile={classes}"], classes
        if int(version.split(".")[0]) >= FIRST_WITH_AOT_CACHE:
            cache = WORK / f"{version}.aot"
            train(home, [f"-XX:AOTCacheOutput={cache}"])
            yield f"{version}, AOT cache", home, [f"-XX:AOTCache={cache}"], cache


def measure(home, options):
    with serve(home, options) as server:
        start = server.await_feed("/feed.atom")
        work = server.cpu_seconds()
        time.sleep(IDLE_SECONDS)
        idle = server.resident_mb()
        ask_all(server, feeds(server), LOAD_SECONDS)
        return start, work, idle, server.resident_mb()


def cell(values, form):
    return f"{middle(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def size_mb(files):
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f}"


def main():
    ways = list(variants())
    taken = {name: [] for name, *_ in ways}
    for number in range(ROUNDS):
        for name, home, options, _ in ways:
            taken[name].append(measure(home, options))
        note(f"footprint, round {number + 1} of {ROUNDS}: done")
    libraries = list(pathlib.Path(REPOSITORY / "target/lib").iterdir())
    table(
        "Footprint",
        f"The sample issues, {HEAP}. *Start* is from the start of the process to the end of the first answer with the feed, *CPU*"
        " the processor time until then, which other programs disturb less; *idle* is the resident memory"
        f" {IDLE_SECONDS} s later, *loaded* after every feed in three formats was asked for over {CONNECTIONS} connections for at"
        f" least {LOAD_SECONDS} s. Medians of {ROUNDS} rounds in turn, and the range. `offprint.jar` has {size_mb([JAR])} MB, the"
        f" {len(libraries)} libraries in `lib/` {size_mb(libraries)} MB.",
        ["JDK", "cache of classes, MB", "start, s", "CPU, s", "idle, MB", "loaded, MB"],
        [
            [name, size_mb([cache]) if cache else "–"]
            + [cell([run[i] for run in taken[name]], form) for i, form in enumerate((".2f", ".2f", ".0f", ".0f"))]
            for name, _, _, cache in ways
        ],
    )


main()
