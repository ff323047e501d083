"""Saves issues as authors do, and waits until the feed that is served has the change."""

import random
import time

from programs import note
from wire import Connection

KINDS = {
    "edit, renamed into place": lambda archive, number, text: archive.edit(number % 10, text, False),
    "edit, overwritten": lambda archive, number, text: archive.edit(number % 10, text, True),
    "new issue": lambda archive, number, text: archive.add(number, text),
}
SECONDS_AT_MOST = 30


def _until_seen(server, connection, path, text, tag, gap):
    """Asks for the feed, conditionally, until it has the text; returns its tag then."""
    headers = {"If-None-Match": tag} if tag else {}
    deadline = time.perf_counter() + SECONDS_AT_MOST
    while time.perf_counter() < deadline:
        answer = connection.get(path, headers)
        if answer.status == 200 and text.encode() in answer.body:
            return answer.headers.get("etag")
        if answer.status not in (200, 304):
            raise SystemExit(f"{server.name} answers {answer.status} after a save")
        time.sleep(gap)
    raise SystemExit(f"{server.name} does not serve “{text}” {SECONDS_AT_MOST} s after it was saved\n{server.tail()}")


def save_to_served(server, path, archive, kind, count, gap=0.001, warm_up=20, most_seconds=120):
    """Seconds from the beginning of each save to the end of the first response that has it.

    The feed is asked for all the time over one connection, with a gap in which the client sleeps; the pauses
    between saves vary, so that they keep step with no timer of the server. Saves so slow that all would take longer
    than most_seconds are fewer.
    """
    end = time.perf_counter() + most_seconds
    pauses = random.Random(count)
    taken = []
    with Connection(server.port) as connection:
        tag = connection.get(path).headers.get("etag")
        for number in range(-warm_up, count):
            text = f"Saved as number {number + warm_up} of this kind."
            started = time.perf_counter()
            KINDS[kind](archive, number + warm_up, text)
            tag = _until_seen(server, connection, path, text, tag, gap)
            taken.append(time.perf_counter() - started)
            time.sleep(pauses.uniform(0.03, 0.13))
            if number > 10 and time.perf_counter() > end:
                break
    archive.restore()
    note(f"{server.name}, {archive.count} issues: {len(taken)} saves, {kind}")
    time.sleep(0.5)
    return taken[warm_up:]
