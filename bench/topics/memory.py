"""What Offprint holds in memory, and how small a heap is enough."""

import re

from archives import open_archive
from asking import CONNECTIONS, ask_all, feeds
from programs import WORK, note, offprint, run
from report import table
from wire import await_answer

COUNTS = (581, 10_000, 100_000)
HEAPS = {581: "64m", 10_000: "256m"}
LOAD_SECONDS = 10


def live_mb(server):
    """Megabytes of objects that are alive, after a full collection."""
    histogram = run(["jcmd", str(server.java()), "GC.class_histogram"], timeout=120)
    return int(re.search(r"^Total\s+\d+\s+(\d+)", histogram, re.MULTILINE).group(1)) / 1024 / 1024


def max_heap_mb(server):
    flags = run(["jcmd", str(server.java()), "VM.flags"], timeout=60)
    return int(re.search(r"-XX:MaxHeapSize=(\d+)", flags).group(1)) / 1024 / 1024


def by_size():
    rows = []
    previous = None
    for count in COUNTS:
        archive = open_archive(WORK, count)
        with offprint(archive.folder) as server:
            server.await_ready()
            # The index is what a start goes on making when everything else is there.
            server.await_feed("/search?q=word", 400)
            loaded, resident = live_mb(server), server.resident_mb()
            paths = feeds(server)
            ask_all(server, paths, LOAD_SECONDS)
            peak = server.resident_mb("VmHWM")
            busy = live_mb(server)
            growth = (loaded - previous[1]) * 1024 / (count - previous[0]) if previous else 0
            rows.append([
                f"{count:,}", archive.origin, f"{max_heap_mb(server):,.0f}", f"{loaded:,.0f}", f"{resident:,.0f}",
                len(paths), f"{busy:,.0f}", f"{peak:,.0f}", f"{growth:.1f}" if previous else "–",
            ])
        previous = (count, loaded)
        note(f"memory with {count} issues: done")
    return rows


def in_small_heap(count, heap):
    """Starts, serves every feed, and takes up a save; what does not fit ends the measurement of this row."""
    archive = open_archive(WORK, count)
    with offprint(archive.folder, jvm_options=f"-Xmx{heap}") as server:
        try:
            took = server.await_feed("/feed.atom", 60)
            if f"{max_heap_mb(server):.0f}m" != heap:
                raise SystemExit("OFFPRINT_COMMAND sets a heap of its own")
            server.await_ready()
            paths = feeds(server)
            ask_all(server, paths, 1)
            sentence = "Saved in a small heap."
            archive.edit(0, sentence, in_place=False)
            await_answer(server, "/feed.atom", lambda answer: sentence.encode() in answer.body, 30)
            outcome = "works"
            if "OutOfMemoryError" in server.log.read_text(errors="replace"):
                outcome = "**fails**: OutOfMemoryError in the log"
            return [f"{count:,}", archive.origin, heap, f"{took:.1f}", len(paths), outcome, f"{live_mb(server):,.0f}"]
        except (SystemExit, OSError) as fault:
            reason = str(fault).splitlines()[0]
            return [f"{count:,}", archive.origin, heap, "–", "–", f"**fails**: {reason}", "–"]
        finally:
            archive.restore()


def main():
    table(
        "Memory",
        "MB. *Live* is what a full collection leaves; *resident* is the whole process. *Asked* is after all feeds in"
        f" three formats were asked for over {CONNECTIONS} connections for at least {LOAD_SECONDS} s. The JVM has its"
        " default heap, which it uses because it may.",
        ["issues", "which", "heap limit", "live, loaded", "resident, loaded", "feeds", "live, asked",
         "resident at most", "KB live per further issue"],
        by_size(),
    )
    table(
        "Small heaps",
        "Start, every feed in three formats, one save seen, and no OutOfMemoryError in the log.",
        ["issues", "which", "-Xmx", "s to first feed", "feeds", "outcome", "MB live at the end"],
        [in_small_heap(count, heap) for count, heap in HEAPS.items()],
    )


main()
