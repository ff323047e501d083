"""Python feedparser fetches every feed itself, with the validators that it got the last time."""
import calendar
import json
import sys

import feedparser


def seconds(parsed):
    return calendar.timegm(parsed) if parsed else None


def read(feed):
    parsed = feedparser.parse(
        feed["url"], etag=feed.get("etag"), modified=feed.get("modified"), agent="feedparser"
    )
    if parsed.bozo:
        raise SystemExit(f"{feed['url']}: {parsed.bozo_exception}")
    entries = [
        {
            "id": entry.get("id"),
            "title": entry.get("title"),
            "link": entry.get("link"),
            "published": seconds(entry.get("published_parsed")),
            "updated": seconds(entry.get("updated_parsed")),
            "content": entry.content[0].value if "content" in entry else None,
        }
        for entry in parsed.entries
    ]
    return {
        "url": feed["url"],
        "etag": parsed.get("etag"),
        "modified": parsed.get("modified"),
        "entries": entries,
    }


json.dump([read(feed) for feed in json.load(sys.stdin)["feeds"]], sys.stdout)
