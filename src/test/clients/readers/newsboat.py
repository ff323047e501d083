"""newsboat reloads every feed, then its cache is read.

Each feed has a cache of its own: newsboat keys entries by id alone, so that one cache would show an entry that is in
several feeds in only one of them.
"""
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def newsboat(home, *command):
    paths = ["-u", home / "urls", "-C", home / "config", "-c", home / "cache.db"]
    return subprocess.run(
        ["newsboat", *paths, "-x", *command],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        check=True, capture_output=True, text=True,
    ).stdout


def read(url):
    home = state / re.sub(r"\W", "_", url)
    home.mkdir(exist_ok=True)
    (home / "urls").write_text(url + "\n")
    (home / "config").write_text("")
    for _ in range(reloads):
        newsboat(home, "reload")
    unread = int(newsboat(home, "print-unread").split()[0])
    with sqlite3.connect(home / "cache.db") as cache:
        rows = cache.execute("select guid, title, url, pubDate, content from rss_item where deleted = 0")
        entries = [dict(zip(("id", "title", "link", "published", "content"), row)) for row in rows]
        if mark_read:
            cache.execute("update rss_item set unread = 0")
    return {"url": url, "unread": unread, "entries": entries}


request = json.load(sys.stdin)
state = pathlib.Path(request["state"])
reloads = request.get("reloads", 1)
mark_read = request.get("markRead", False)
with ThreadPoolExecutor(2) as pool:
    json.dump(list(pool.map(read, [feed["url"] for feed in request["feeds"]])), sys.stdout)
