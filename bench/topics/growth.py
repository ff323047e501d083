"""What one change costs as the folder grows: time until it is served, and the server's processor time."""

import time

from archives import open_archive
from programs import WORK, note, offprint
from report import middle, percentile, table
from saving import save_to_served
from wire import Connection, await_answer

COUNTS = (1_000, 10_000, 100_000)
KIND = "edit, renamed into place"
SAVES = 60
COUNTED_SAVES = 20
# The index of searches follows no fast saves: it is warm after as many slow ones.
WARM_SAVES = 20
# The index of searches follows after half a second without a change.
SECONDS_TO_INDEX = 2
CHANGE, SEARCHES, REST, COMPILER, SCANS = PARTS = (
    "taking it up", "searches", "feed and all else", "compiler", "of a core for scans")


def part(thread):
    """What a thread works at; the system keeps 15 characters of its name."""
    if "CompilerThre" in thread:
        return COMPILER
    return {"folder-watcher": CHANGE, "folder-scanner": SCANS, "search-index": SEARCHES}.get(thread, REST)


def spent(server):
    """Processor seconds until now, by what they went into."""
    seconds = dict.fromkeys(PARTS, 0.0)
    for thread, used in server.cpu_by_thread().items():
        seconds[part(thread)] += used
    return seconds


def save_slowly(server, archive, saves, word, pause):
    """Gives each save time to be taken up, and asks for it once."""
    with Connection(server.port) as connection:
        for number in range(saves):
            sentence = f"{word} as number {number}."
            archive.edit(number % 10, sentence, in_place=False)
            time.sleep(pause)
            if sentence.encode() not in connection.get("/feed.atom").body:
                await_answer(server, "/feed.atom", lambda answer: sentence.encode() in answer.body, 30, 0.1)
    archive.restore()


def cpu_of_saves(server, archive, pause):
    """Processor seconds per save, by what they went into; those of scans per second, since they come as often without a save."""
    save_slowly(server, archive, WARM_SAVES, "Warmed", pause)
    started, before = time.perf_counter(), spent(server)
    save_slowly(server, archive, COUNTED_SAVES, "Counted", pause)
    after, seconds = spent(server), time.perf_counter() - started
    return {
        name: (after[name] - before[name]) / (seconds if name == SCANS else COUNTED_SAVES) for name in PARTS
    }


def measure(count):
    """Middle and 95th percentile of a save in seconds, and its processor time."""
    archive = open_archive(WORK, count)
    with offprint(archive.folder) as server:
        server.await_ready()
        # The index is what a start goes on making when the feeds are there.
        server.await_feed("/search?q=word", 400)
        taken = save_to_served(server, "/feed.atom", archive, KIND, SAVES, most_seconds=60)
        cpu = cpu_of_saves(server, archive, percentile(taken, 95) + SECONDS_TO_INDEX)
        note(f"growth with {count} issues: done")
        return middle(taken), percentile(taken, 95), cpu


def main():
    rows = []
    before = None
    for count in COUNTS:
        took, tail, cpu = measure(count)
        now = took, cpu[CHANGE] + cpu[SEARCHES] + cpu[REST]
        growth = [f"{a / b:.1f}" for a, b in zip(now, before)] if before else ["–", "–"]
        rows.append([
            f"{count:,}", f"{took * 1000:.0f}", f"{tail * 1000:.0f}", growth[0], f"{now[1] * 1000:.0f}", growth[1],
            *(f"{cpu[name] * 1000:.0f}" for name in PARTS if name != SCANS), f"{cpu[SCANS] * 100:.1f} %",
        ])
        before = now
    table(
        "Cost of one change as the folder grows",
        f"Generated issues; up to {SAVES} saves seen over an open connection, then, for the processor time, {WARM_SAVES} that are not"
        f" counted and {COUNTED_SAVES} that are, without a poll. What the JVM's compiler takes stands by itself, since it ends.",
        ["issues", "save → served, median ms", "p95 ms", "× ten times fewer", "server CPU ms per save",
         "× ten times fewer", *PARTS],
        rows,
    )


main()
