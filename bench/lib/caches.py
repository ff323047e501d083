"""What a JVM writes at the end of one run, so that the next ones start faster."""

import os
import shutil
import signal
import time

from asking import ask_all, feeds
from machine import jdk
from programs import REPOSITORY, WORK, offprint

SECONDS_TO_WRITE = 120
FIRST_WITH_AOT_CACHE = 25
ISSUES = REPOSITORY / "issues"
# With so many copies the folder has more issues than are read at once.
COPIES = 7


def homes():
    """The JDKs that are named, by what they say of themselves; else the one that `java` is."""
    named = [os.environ.get(name, "") for name in ("JAVA_17_HOME", "JAVA_25_HOME")]
    return {jdk(home): home for home in filter(None, named)} or {jdk(""): ""}


def _issues():
    """The sample issues and copies of them, as the Docker image has them while it is built."""
    folder = WORK / "sample"
    if not folder.exists():
        shutil.copytree(ISSUES, folder)
        for issue in sorted(folder.glob("*.md")):
            for copy in range(1, COPIES + 1):
                shutil.copy(issue, folder / f"{issue.stem}-copy{copy}.md")
    return folder


def _train(home, options):
    data = WORK / "sample-data"
    shutil.rmtree(data, ignore_errors=True)
    with offprint(_issues(), home, options, ["--data", data]) as server:
        server.await_ready()
        ask_all(server, feeds(server), 1)
        # The JVM writes at its end, and what started it may be a script.
        java = server.java()
        os.kill(java, signal.SIGTERM)
        end = time.perf_counter() + SECONDS_TO_WRITE
        while os.path.exists(f"/proc/{java}") and server.process.poll() is None and time.perf_counter() < end:
            time.sleep(0.1)


def _require(cache):
    if not cache.exists():
        raise SystemExit(f"the JVM has not written {cache.name}")


def classes(version, home, options=""):
    """The options to start with a cache of classes, and its file: a run with copies of the sample issues has made it."""
    cache = WORK / f"{version}.jsa"
    _train(home, f"{options} -XX:ArchiveClassesAtExit={cache}")
    _require(cache)
    return f"-XX:SharedArchiveFile={cache}", cache


def has_aot_cache(version):
    return int(version.split(".")[0]) >= FIRST_WITH_AOT_CACHE


def aot(version, home, options=""):
    """The same with an AOT cache, of those JDKs that have one."""
    cache = WORK / f"{version}.aot"
    _train(home, f"{options} -XX:AOTCacheOutput={cache}")
    _require(cache)
    return f"-XX:AOTCache={cache}", cache
