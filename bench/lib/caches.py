"""What a JVM writes at the end of one run, so that the next ones start faster."""

import os

from asking import ask_all, feeds
from machine import jdk
from programs import REPOSITORY, WORK, offprint

FIRST_WITH_AOT_CACHE = 25
ISSUES = REPOSITORY / "issues"


def homes():
    """The JDKs that are named, by what they say of themselves; else the one that `java` is."""
    named = [os.environ.get(name, "") for name in ("JAVA_17_HOME", "JAVA_25_HOME")]
    return {jdk(home): home for home in filter(None, named)} or {jdk(""): ""}


def _train(home, options):
    with offprint(ISSUES, home, options) as server:
        server.await_feed("/feed.atom")
        ask_all(server, feeds(server), 1)
        server.process.terminate()
        server.process.wait(120)


def classes(version, home, options=""):
    """The options to start with a cache of classes, and its file: a run with the sample issues has made it."""
    cache = WORK / f"{version}.jsa"
    _train(home, f"{options} -XX:ArchiveClassesAtExit={cache}")
    return f"-XX:SharedArchiveFile={cache}", cache


def has_aot_cache(version):
    return int(version.split(".")[0]) >= FIRST_WITH_AOT_CACHE


def aot(version, home, options=""):
    """The same with an AOT cache, of those JDKs that have one."""
    cache = WORK / f"{version}.aot"
    _train(home, f"{options} -XX:AOTCacheOutput={cache}")
    return f"-XX:AOTCache={cache}", cache
