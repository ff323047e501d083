"""sfeed_update fetches and merges every feed, with the fetch function that sfeed's README gives for entity tags."""
import json
import pathlib
import re
import subprocess
import sys

FETCH = r"""
fetch() {
  etag="$sfeedpath/../etags/$(basename "$3")"
  curl -L --max-redirs 0 -A sfeed -f -s -m 15 --compressed \
    --etag-save "$etag" --etag-compare "$etag" -z "$etag" "$2" 2>/dev/null
}
"""
UNESCAPED = {"\\t": "\t", "\\n": "\n", "\\\\": "\\"}


def name(url):
    return re.sub(r"\W", "_", url)


def entry(line):
    timestamp, title, link, content, _, identity, *_ = line.split("\t")
    return {
        "id": identity,
        "title": title,
        "link": link,
        "published": int(timestamp),
        "content": re.sub(r"\\[tn\\]", lambda escaped: UNESCAPED[escaped[0]], content),
    }


def read(url):
    lines = (state / "feeds" / name(url)).read_text().split("\n")
    return {"url": url, "entries": [entry(line) for line in lines if line]}


request = json.load(sys.stdin)
state = pathlib.Path(request["state"])
urls = [feed["url"] for feed in request["feeds"]]
(state / "feeds").mkdir(exist_ok=True)
(state / "etags").mkdir(exist_ok=True)
calls = "\n".join(f"  feed '{name(url)}' '{url}'" for url in urls)
(state / "sfeedrc").write_text(f"sfeedpath='{state}/feeds'\n{FETCH}\nfeeds() {{\n{calls}\n}}\n")
subprocess.run(["sfeed_update", state / "sfeedrc"], check=True, stdout=subprocess.DEVNULL)
json.dump([read(url) for url in urls], sys.stdout)
