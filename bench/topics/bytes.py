"""What one reader of a weekly newsletter costs on the wire, against Jekyll's feed behind nginx."""

from archives import open_archive
from generators import Jekyll
from programs import WORK, nginx, offprint
from report import table
from wire import Connection, await_answer

POLLS = 7 * 24
REBUILDS = 7
SENTENCE = "Here is the issue of this week."


def ask(server, path, status, headers):
    """The response to one request; ends the measurement unless its status is one of those given."""
    with Connection(server.port) as connection:
        answer = connection.get(path, headers)
    if answer.status not in status:
        raise SystemExit(f"{server.name}: {answer.status} for {headers}")
    encoding = answer.headers.get("content-encoding", "")
    if answer.status != 304 and encoding != headers.get("Accept-Encoding", ""):
        raise SystemExit(f"{server.name}: packed by “{encoding}” for {headers}")
    return answer


def unchanged(server, path):
    gzip = {"Accept-Encoding": "gzip"}
    tag = ask(server, path, [200], gzip).headers["etag"]
    return ask(server, path, [304], gzip | {"If-None-Match": tag})


def of_offprint(archive):
    """The answers, by name."""
    path = "/feed.atom"
    answers = {}
    with offprint(archive.folder) as server:
        server.await_ready()
        archive.add(1, SENTENCE)
        await_answer(server, path, lambda answer: SENTENCE.encode() in answer.body, 30)
        answers["304"] = unchanged(server, path)
        for name, encoding in (("brotli", "br"), ("gzip", "gzip"), ("plain", "")):
            headers = {"Accept-Encoding": encoding} if encoding else {}
            answers[name] = ask(server, path, [200], headers)
    return answers


def of_jekyll(archive):
    """The same newsletter as jekyll-feed writes it, sent by nginx."""
    jekyll = Jekyll(archive)
    jekyll.build()
    with nginx(jekyll.out, "text/xml", "gzip on; gzip_types text/xml;") as server:
        server.await_feed("/feed.xml")
        return {
            "304": unchanged(server, "/feed.xml"),
            "gzip": ask(server, "/feed.xml", [200], {"Accept-Encoding": "gzip"}),
            "plain": ask(server, "/feed.xml", [200], {}),
        }


def poll_rows(who, answers, names):
    for name in names:
        answer = answers[name]
        cells = [answer.status, answer.header_bytes, len(answer.body), answer.size]
        yield [who, name] + [f"{cell:,}" for cell in cells]


def week_rows(ours, theirs):
    """KB per week; the last column compares with Jekyll's feed asked for conditionally."""
    usual = week(theirs, "gzip", 1)
    rows = [("Offprint", f"304, once {name}", week(ours, name, 1)) for name in ["brotli", "gzip", "plain"]]
    rows.append(("Offprint", "no validators, always gzip", week(ours, "gzip", POLLS)))
    rows.append(("Jekyll, nginx", "304, once gzip", usual))
    rows.append(("Jekyll, nginx", "304, gzip after a rebuild a day", week(theirs, "gzip", REBUILDS)))
    rows.append(("Jekyll, nginx", "no validators, always gzip", week(theirs, "gzip", POLLS)))
    for who, what, total in rows:
        yield [who, what, f"{total / 1024:,.0f}", f"{total / usual:.2f}"]


def week(answers, name, times):
    """Bytes of all polls of a week, so many of which are answered in full."""
    return answers[name].size * times + answers["304"].size * (POLLS - times)


def main():
    archive = open_archive(WORK, 581)
    try:
        ours, theirs = of_offprint(archive), of_jekyll(archive)
    finally:
        archive.restore()
    table(
        "Bytes per poll",
        f"Headers and body of the response to one poll; 581 issues ({archive.origin}) and one that is new. Offprint's"
        " feed holds 20 issues, jekyll-feed's 10, each with its full text; nginx packs as it comes (level 1).",
        ["server", "answer", "status", "headers", "body", "bytes"],
        [
            *poll_rows("Offprint", ours, ["304", "brotli", "gzip", "plain"]),
            *poll_rows("Jekyll, nginx", theirs, ["304", "gzip", "plain"]),
        ],
    )
    table(
        "Bytes per reader and week",
        f"A poll an hour ({POLLS} a week) and one issue a week; responses only, without TLS and TCP. Jekyll writes a new feed"
        " at every build, whatever changed.",
        ["server", "answers", "KB per week", "ratio to Jekyll"],
        week_rows(ours, theirs),
    )


main()
