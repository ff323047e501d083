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
IDLE_SECONDS = 10
# The index of searches follows after half a second without a change.
SECONDS_TO_INDEX = 2


def idle_cpu(server):
    """Processor seconds per second while nothing happens: the folder is scanned all the same."""
    time.sleep(SECONDS_TO_INDEX)
    before = server.cpu_seconds()
    time.sleep(IDLE_SECONDS)
    return (server.cpu_seconds() - before) / IDLE_SECONDS


def cpu_of_saves(server, archive, pause, idle):
    """Processor seconds per save: each is given time to be taken up, and is asked for once."""
    started, before = time.perf_counter(), server.cpu_seconds()
    with Connection(server.port) as connection:
        for number in range(COUNTED_SAVES):
            sentence = f"Counted as number {number}."
            archive.edit(number % 10, sentence, in_place=False)
            time.sleep(pause)
            if sentence.encode() not in connection.get("/feed.atom").body:
                await_answer(server, "/feed.atom", lambda answer: sentence.encode() in answer.body, 30, 0.1)
    used = server.cpu_seconds() - before - idle * (time.perf_counter() - started)
    archive.restore()
    return used / COUNTED_SAVES


def measure(count):
    """Middle and 99th percentile of a save, its processor time, and the idle processor time; in seconds."""
    archive = open_archive(WORK, count)
    with offprint(archive.folder) as server:
        server.await_ready()
        # The index is what a start goes on making when the feeds are there.
        server.await_feed("/search?q=word", 400)
        taken = save_to_served(server, "/feed.atom", archive, KIND, SAVES, most_seconds=60)
        idle = idle_cpu(server)
        cpu = cpu_of_saves(server, archive, percentile(taken, 95) + SECONDS_TO_INDEX, idle)
        note(f"growth with {count} issues: done")
        return middle(taken), percentile(taken, 95), cpu, idle


def main():
    rows = []
    before = None
    for count in COUNTS:
        now = measure(count)
        took, tail, cpu, idle = now
        growth = [f"{a / b:.1f}" for a, b in ((took, before[0]), (cpu, before[2]))] if before else ["–", "–"]
        rows.append([
            f"{count:,}", f"{took * 1000:.0f}", f"{tail * 1000:.0f}", growth[0], f"{cpu * 1000:.0f}", growth[1],
            f"{idle * 100:.1f} %",
        ])
        before = now
    table(
        "Cost of one change as the folder grows",
        f"Generated issues; up to {SAVES} saves seen over an open connection, then {COUNTED_SAVES} saves without a poll for"
        " the processor time, the idle one taken off.",
        ["issues", "save → served, median ms", "p95 ms", "× ten times fewer", "server CPU ms per save",
         "× ten times fewer", "of a core while idle"],
        rows,
    )


main()
