"""From the save of one issue to the feed that has it, against the rebuilds of Hugo and Jekyll."""

import dataclasses
import subprocess

from archives import open_archive
from generators import Hugo, Jekyll
from programs import WORK, note, offprint
from report import middle, percentile, table
from saving import KINDS, save_to_served

SAVES = 200
WARM_UP = 100
HUGO_SAVES = 15
REBUILDS = 5
LONG_REBUILDS = 3
JEKYLL_SECONDS_AT_MOST = 120


@dataclasses.dataclass(frozen=True)
class Peer:
    """Seconds that another program takes; more says that they were cut off."""

    name: str
    seconds: list
    more: str = ""


def milliseconds(seconds):
    return f"{seconds * 1000:,.0f}" if seconds >= 0.1 else f"{seconds * 1000:.1f}"


def of_offprint(archive):
    """Seconds of each save, by kind."""
    with offprint(archive.folder) as server:
        server.await_ready()
        # The index is what a start goes on making when the feeds are there.
        server.await_feed("/search?q=word")
        save_to_served(server, "/feed.atom", archive, next(iter(KINDS)), 0, warm_up=WARM_UP)
        return {kind: save_to_served(server, "/feed.atom", archive, kind, SAVES) for kind in KINDS}


def of_hugo_server(archive):
    with Hugo(archive).server() as server:
        server.await_feed("/feed.atom")
        kind = "edit, renamed into place"
        taken = save_to_served(server, "/feed.atom", archive, kind, HUGO_SAVES, gap=0.01, warm_up=3)
    return Peer("Hugo's server, edit", taken)


def of_rebuilds(archive):
    """Rebuilds after an edit, Hugo and Jekyll in turn."""
    hugo, jekyll = Hugo(archive), Jekyll(archive)
    note(f"hugo, {archive.count} issues: first build {hugo.build():.1f} s")
    note(f"jekyll, {archive.count} issues: first build {jekyll.build():.1f} s")
    rounds = [(hugo.rebuild(number), jekyll.rebuild(number)) for number in range(REBUILDS)]
    archive.restore()
    return Peer("Hugo, rebuild", [h for h, _ in rounds]), Peer("Jekyll, rebuild", [j for _, j in rounds])


def of_long_rebuilds(archive):
    """The same where Jekyll needs minutes: its first build stands for all, and is cut off."""
    hugo, jekyll = Hugo(archive), Jekyll(archive)
    note(f"hugo, {archive.count} issues: first build {hugo.build():.1f} s")
    rebuilds = Peer("Hugo, rebuild", [hugo.rebuild(number) for number in range(LONG_REBUILDS)])
    archive.restore()
    try:
        return rebuilds, Peer("Jekyll, first build", [jekyll.build(JEKYLL_SECONDS_AT_MOST)])
    except subprocess.TimeoutExpired:
        return rebuilds, Peer("Jekyll, first build", [JEKYLL_SECONDS_AT_MOST], "> ")


def rows_of(archive, rebuilds):
    peers = [*rebuilds(archive), of_hugo_server(archive)]
    rows = []
    for kind, taken in of_offprint(archive).items():
        tail = percentile(taken, 99)
        times = [f"{peer.more}{middle(peer.seconds) / tail:,.0f}" for peer in peers]
        rows.append([f"Offprint, {kind}", *figures(archive, taken), *times])
    for peer in peers:
        rows.append([peer.name, *figures(archive, peer.seconds, peer.more), "", "", ""])
    return rows


def figures(archive, taken, more=""):
    tail = milliseconds(percentile(taken, 99)) if len(taken) >= 100 else "–"
    longest = more + milliseconds(max(taken))
    return [f"{archive.count:,}", len(taken), more + milliseconds(middle(taken)), tail, longest]


def main():
    archives = [open_archive(WORK, count) for count in (581, 10_000)]
    table(
        "Save of one issue → feed served",
        f"Milliseconds; 581 issues are {archives[0].origin}, 10,000 {archives[1].origin}. The last columns say how many"
        " times longer than Offprint's 99th percentile the middle one of the others takes.",
        ["what", "issues", "saves", "median", "p99", "longest", "× Hugo", "× Jekyll", "× Hugo's server"],
        rows_of(archives[0], of_rebuilds) + rows_of(archives[1], of_long_rebuilds),
    )


main()
