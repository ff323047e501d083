"""Readers who ask for everything there is, over many connections."""

import concurrent.futures
import itertools
import re
import threading
import time

from wire import Connection

CONNECTIONS = 32
DIRECTORIES = ("/feeds/all.opml", "/feeds/all/rss.opml", "/feeds/all/json.opml")


def feeds(server):
    """The path of every feed in the directory, in all three formats."""
    paths = []
    with Connection(server.port) as connection:
        for directory in DIRECTORIES:
            outlines = connection.get(directory).body.decode()
            paths += re.findall(r'xmlUrl="https?://[^/"]+(/[^"]*)"', outlines)
    if not paths:
        raise SystemExit(f"{server.name}: no feed in {DIRECTORIES}")
    return paths


def ask_all(server, paths, seconds):
    """Asks for the feeds over all connections, each at least once and until the time is over."""
    turn = itertools.count()
    lock = threading.Lock()
    deadline = time.perf_counter() + seconds

    def ask():
        with Connection(server.port) as connection:
            while True:
                with lock:
                    number = next(turn)
                if number >= len(paths) and time.perf_counter() > deadline:
                    return
                path = paths[number % len(paths)]
                answer = connection.get(path, {"Accept-Encoding": "gzip"} if number % 2 else {})
                if answer.status != 200:
                    raise SystemExit(f"{server.name}: {path} is answered {answer.status}\n{server.tail()}")

    with concurrent.futures.ThreadPoolExecutor(CONNECTIONS) as clients:
        for done in [clients.submit(ask) for _ in range(CONNECTIONS)]:
            done.result()
