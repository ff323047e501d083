"""Requests per second and latency of one feed, against nginx with the same bytes and against two Node servers."""

import dataclasses
import json

from archives import open_archive
from programs import WORK, feed_package, has_brotli_in_nginx, nginx, note, offprint, run
from report import middle, ratio, table
from wire import Connection

FEED = "/feed.atom"
CONNECTIONS = 32
WARM_UP_ROUNDS = 10
WARM_UP_SECONDS = 2
ROUNDS = 5
SECONDS = 4
NODE_ROUNDS = 3


@dataclasses.dataclass(frozen=True)
class Load:
    """What wrk counted in one round; times in milliseconds, processor time in microseconds per request."""

    rate: float
    p50: float
    p99: float
    cpu: float


@dataclasses.dataclass(frozen=True)
class Case:
    """One request, sent again and again: its headers, and the answer that is right."""

    name: str
    headers: dict
    status: int

    def request_to(self, server):
        """The headers, with the server's own tag where the case is that nothing has changed."""
        if self.status != 304:
            return self.headers
        with Connection(server.port) as connection:
            return self.headers | {"If-None-Match": connection.get(FEED, self.headers).headers["etag"]}


def case_headers(encoding):
    return {"Accept-Encoding": encoding} if encoding else {}


CASES = [
    Case("gzip", case_headers("gzip"), 200),
    Case("304", case_headers("gzip"), 304),
    Case("brotli", case_headers("br"), 200),
    Case("plain", case_headers(""), 200),
]


class Unmeasurable(Exception):
    """A right answer that wrk cannot take."""


def checked(server, case, headers, body):
    """Asks once and compares; returns the bytes of the response on the wire."""
    with Connection(server.port) as connection:
        answer = connection.get(FEED, headers)
    expected = b"" if case.status == 304 else body
    if answer.status != case.status or (expected is not None and answer.body != expected):
        raise SystemExit(
            f"{server.name}, {case.name}: {answer.status} with {len(answer.body)} bytes"
            f" instead of {case.status} with {'any' if expected is None else len(expected)}"
        )
    if case.status == 304 and "content-length" in answer.headers:
        raise Unmeasurable(f"{server.name} announces a length with 304, and wrk waits for such a body")
    return answer.size


def load(server, headers, size, seconds):
    """One round of wrk. Every response must have had the size of the one that was checked."""
    command = ["wrk", "--latency", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s"]
    command += ["-s", __file__.replace(".py", ".lua")]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    before = server.cpu_seconds()
    output = run(command + [f"http://127.0.0.1:{server.port}{FEED}"], timeout=seconds + 20)
    cpu = server.cpu_seconds() - before
    counted = next(line for line in output.splitlines() if line.startswith("COUNTED"))
    requests, received, micros, p50, p99, errors = map(int, counted.split()[1:])
    if errors or requests == 0 or abs(received / requests / size - 1) > 0.02:
        raise SystemExit(f"{server.name}: {counted}, {size} bytes expected each\n{output}")
    return Load(requests / micros * 1e6, p50 / 1000, p99 / 1000, cpu / requests * 1e6)


def warm_up(server, headers, size, least=2):
    """Loads a JVM until it gets no faster: its compiler needs a while. The others are as fast at once."""
    best = 0
    for number in range(WARM_UP_ROUNDS if server.name == "offprint" else 1):
        rate = load(server, headers, size, WARM_UP_SECONDS).rate
        if number >= least and rate < best * 1.03:
            break
        best = max(best, rate)


def in_turn(servers, case, bodies, rounds):
    """Loads each server in each round, one after the other."""
    requests = {server: case.request_to(server) for server in servers}
    sizes = {s: checked(s, case, requests[s], bodies.get(s)) for s in servers}
    loads = {server: [] for server in servers}
    for server in servers:
        warm_up(server, requests[server], sizes[server])
    for _ in range(rounds):
        for server in servers:
            loads[server].append(load(server, requests[server], sizes[server], SECONDS))
    return [loads[server] for server in servers]


def row(case, size, ours, theirs):
    def both(field, form):
        return " / ".join(format(middle([getattr(l, field) for l in loads]), form) for loads in (ours, theirs))

    return [
        case.name,
        f"{size:,}",
        both("rate", ",.0f"),
        ratio([l.rate for l in ours], [l.rate for l in theirs]),
        both("p50", ".2f"),
        both("p99", ".2f"),
        ratio([l.p99 for l in ours], [l.p99 for l in theirs]),
        both("cpu", ".0f"),
    ]


def header(theirs):
    return [
        "request",
        "body, bytes",
        f"requests/s, Offprint / {theirs}",
        "ratio (rounds)",
        "p50 ms",
        "p99 ms",
        "ratio of p99 (rounds)",
        "server CPU µs/request",
    ]


def static_copy(server):
    """The bytes that Offprint serves, as files in the forms that nginx sends without packing."""
    folder = WORK / "static"
    folder.mkdir()
    bodies = {}
    with Connection(server.port) as connection:
        for encoding, suffix in (("", ""), ("gzip", ".gz"), ("br", ".br")):
            answer = connection.get(FEED, case_headers(encoding))
            if answer.headers.get("content-encoding", "") != encoding:
                raise SystemExit(f"Offprint sends {answer.headers} for {encoding or 'plain'}")
            (folder / f"feed.atom{suffix}").write_bytes(answer.body)
            bodies[encoding] = answer.body
        (WORK / "entries.json").write_bytes(connection.get("/feed.json").body)
    return folder, answer.headers["content-type"], bodies


def measured_row(ours, theirs, case, bodies, rounds):
    size = 0 if case.status == 304 else len(bodies[ours])
    note(f"delivery: {case.name} against {theirs.name}")
    try:
        return row(case, size, *in_turn([ours, theirs], case, bodies, rounds))
    except Unmeasurable as reason:
        return [case.name, f"{size:,}", f"– ({reason})"] + ["–"] * 5


def against_nginx(ours, folder, media_type, bodies):
    packing = "gzip_static on; gzip_vary on;" + (" brotli_static on;" if has_brotli_in_nginx() else "")
    rows = []
    with nginx(folder, media_type, packing) as theirs:
        theirs.await_feed(FEED)
        for case in CASES:
            if case.name == "brotli" and not has_brotli_in_nginx():
                continue
            body = bodies[case.headers.get("Accept-Encoding", "")]
            rows.append(measured_row(ours, theirs, case, {ours: body, theirs: body}, ROUNDS))
    return rows


def against_node(ours, mode, bodies):
    rows = []
    with feed_package(mode, WORK / "entries.json") as theirs:
        theirs.await_feed(FEED)
        # What is written anew has another date each second, and so another tag.
        for case in CASES[:1] if mode == "fresh" else CASES[:2]:
            expected = {ours: bodies["gzip"]}
            rows.append([mode] + measured_row(ours, theirs, case, expected, NODE_ROUNDS))
    return rows


def main():
    archive = open_archive(WORK, 581)
    with offprint(archive.folder) as ours:
        ours.await_ready()
        folder, media_type, bodies = static_copy(ours)
        gzip = CASES[0]
        warm_up(ours, gzip.headers, checked(ours, gzip, gzip.headers, bodies["gzip"]), least=6)
        table(
            "Delivery, against nginx with precompressed files",
            f"`{FEED}` of 581 issues ({archive.origin}), {CONNECTIONS} kept-alive connections, wrk on the same"
            f" machine; medians of {ROUNDS} rounds of {SECONDS} s in turn.",
            header("nginx"),
            against_nginx(ours, folder, media_type, bodies),
        )
        entries = len(json.loads((WORK / "entries.json").read_text())["items"])
        table(
            "Delivery, against a Node server with npm's `feed`",
            f"The same {entries} entries, one process; medians of {NODE_ROUNDS} rounds. *fresh* writes, tags and packs"
            " the feed at every request, *cached* did so once.",
            ["Node"] + header("Node"),
            [row for mode in ("fresh", "cached") for row in against_node(ours, mode, bodies)],
        )


main()
