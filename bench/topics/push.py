"""The time until a new issue has come to 10,000 subscribers of one feed, and what that costs everybody else."""

import asyncio
import contextlib
import hashlib
import json
import multiprocessing
import sqlite3
import time

from archives import open_archive
from programs import WORK, cpu_seconds, free_port, note, offprint, run
from report import table

BASE = "https://news.example.org"
FEED = "/feed.atom"
ISSUES = 581
SUBSCRIBERS = 10_000
HOSTS = 1_000  # The fewest that the hub's limits allow for so many.
ROUNDS = 2
CONNECTIONS = 32
BEFORE_SECONDS = 8
WARM_SECONDS = 10
MOST_SECONDS = 120
LEASE_SECONDS = 864_000
PLAIN = b"\x00"  # The mark of a secret that is stored without a key.


class Reader(asyncio.Protocol):
    """One connection of the hub to a subscriber: reads a delivery, counts it, and says 200."""

    def __init__(self, arrived):
        self.arrived = arrived
        self.head = b""
        self.missing = None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        if self.missing is None:
            self.head += data
            head, end, body = self.head.partition(b"\r\n\r\n")
            if not end:
                return
            self.path = head.split(b" ", 2)[1]
            lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            self.missing = int(lengths[0].split(b":")[1]) - len(body)
        else:
            self.missing -= len(data)
        if self.missing <= 0:
            self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            self.transport.close()
            self.arrived(self.path)


def read_all(port, count, distinct, last):
    """Is all subscribers, on every address of loopback; keeps the number of deliveries and the moment of the last first one."""
    known = set()

    def arrived(path):
        count.value += 1
        if path not in known:
            known.add(path)
            distinct.value = len(known)
            last.value = time.time()

    async def serve():
        server = await asyncio.get_running_loop().create_server(lambda: Reader(arrived), "0.0.0.0", port, backlog=1024)
        await server.serve_forever()

    asyncio.run(serve())


@contextlib.contextmanager
def readers():
    """A process with the subscribers: its id, its port, all deliveries, the subscribers that have one, and the moment of the last."""
    port = free_port()
    counts = [multiprocessing.Value(kind, 0, lock=False) for kind in ("q", "q", "d")]
    process = multiprocessing.Process(target=read_all, args=(port, *counts), daemon=True)
    process.start()
    try:
        yield process.pid, port, *counts
    finally:
        process.kill()
        process.join()


def subscribe(database, topic, port):
    """Stores the subscriptions as the hub would: it accepts ten requests a minute from one client."""
    expires = int((time.time() + LEASE_SECONDS) * 1000)
    rows = []
    for number in range(SUBSCRIBERS):
        host = number % HOSTS
        address = f"127.1.{host // 250}.{1 + host % 250}"
        callback = f"http://{address}:{port}/{number}?secret=e5a0f0a87a2f4c3f"
        digest = hashlib.sha256(callback.encode()).digest()
        rows.append((topic, callback, digest, address, PLAIN + b"secret of the subscriber", expires))
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany(
            "insert into push_receiver (kind, topic, address, address_hash, host, secret, expires, wanted, version, due_since,"
            " failures, next, last_status) values ('SUBSCRIBER', ?, ?, ?, ?, ?, ?, 1, 1, 0, 0, 0, 0)",
            rows,
        )


def size(data):
    """The bytes of the database, without what is only on its way into it."""
    with contextlib.closing(sqlite3.connect(data / "push.sqlite")) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    return (data / "push.sqlite").stat().st_size


def known(database, topic):
    with contextlib.closing(sqlite3.connect(database, timeout=10)) as connection:
        return connection.execute("select count(*) from push_topic where url = ?", (topic,)).fetchone()[0] > 0


def await_true(server, condition, what, pause=0.2):
    deadline = time.monotonic() + MOST_SECONDS
    while not condition():
        server.require_running()
        if time.monotonic() > deadline:
            raise SystemExit(f"{server.name}: {what} did not happen in {MOST_SECONDS} s\n{server.tail()}")
        time.sleep(pause)


def rate(port, seconds, until=lambda: False):
    """Requests per second of the feed, counted by wrk in rounds of a second, until a condition is true."""
    script = WORK / "push.lua"
    script.write_text(
        'wrk.headers["Accept-Encoding"] = "gzip"\n'
        "done = function(summary) io.write(summary.requests / summary.duration * 1e6) end\n"
    )
    rates = []
    while len(rates) < seconds and not until():
        output = run(
            ["wrk", "-t1", f"-c{CONNECTIONS}", "-d1s", "-s", script, f"http://127.0.0.1:{port}{FEED}"],
        )
        rates.append(float(output.splitlines()[-1]))
    return sum(rates) / len(rates)


def measure(archive, data, number, is_busy):
    with readers() as (subscribers, port, count, distinct, last):
        topic = BASE + FEED
        arguments = ["--data", data, "--websub", "on", "--websub-allow", "127.0.0.0/8", "--base-url", BASE + "/"]
        database = data / "push.sqlite"
        with offprint(archive.folder, arguments=arguments) as server:
            server.await_ready()
            await_true(server, database.exists, "the database")
            time.sleep(1)
        empty = size(data)
        subscribe(database, topic, port)
        full = size(data)
        with offprint(archive.folder, arguments=arguments) as server:
            server.await_ready()
            await_true(server, lambda: known(database, topic), "the first version of the topic")
            rate(server.port, WARM_SECONDS)
            before = rate(server.port, BEFORE_SECONDS)
            idle = server.resident_mb()
            work = server.cpu_seconds()
            others = cpu_seconds(subscribers)
            saved = time.time()
            archive.add(number, f"Pushed in round {number}.")
            everywhere = lambda: distinct.value == SUBSCRIBERS  # noqa: E731
            await_true(server, lambda: distinct.value > 0, "the first delivery", 0.02)
            first = time.time()
            meanwhile = rate(server.port, MOST_SECONDS, everywhere) if is_busy else float("nan")
            await_true(server, everywhere, f"a delivery to all (only {distinct.value} came)")
            seconds = last.value - saved
            cpu = server.cpu_seconds() - work
            others = cpu_seconds(subscribers) - others
            peak = server.resident_mb("VmHWM")
        return {
            "readers": "yes" if is_busy else "none",
            "first, s": f"{first - saved:.1f}",
            "last, s": f"{seconds:.1f}",
            "deliveries": f"{count.value:,}",
            "requests/s before": f"{before:,.0f}",
            "meanwhile": f"{meanwhile:,.0f}" if is_busy else "–",
            "ratio": f"**{meanwhile / before:.2f}**" if is_busy else "–",
            "CPU, s": f"{cpu:.0f}",
            "subscribers' CPU, s": f"{others:.0f}",
            "MB before": f"{idle:.0f}",
            "MB at most": f"{peak:.0f}",
            "database, MB": f"{(full - empty) / 1e6:.1f}",
        }


def main():
    archive = open_archive(WORK, ISSUES)
    rows = []
    for number in range(2 * ROUNDS):
        data = WORK / f"push-{number}"
        data.mkdir()
        rows.append(measure(archive, data, number, number % 2 == 1))
        note(f"push, {number + 1} of {2 * ROUNDS}: {json.dumps(rows[-1])}")
        archive.restore()
    table(
        "Push",
        f"A new issue among {archive.origin}, for {SUBSCRIBERS:,} subscribers of one feed on {HOSTS:,} hosts of loopback. Seconds from the"
        f" save to the first and the last delivery; *readers* are {CONNECTIONS} connections that ask for the feed all the time.",
        list(rows[0]),
        [list(row.values()) for row in rows],
    )


main()
