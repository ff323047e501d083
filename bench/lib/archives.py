"""Folders of issues to measure with: generated ones of any size, or real ones made twice."""

import datetime
import os
import pathlib
import random
import re
import shutil
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
NEWEST = datetime.date(2025, 12, 28)
WEEKLY_UP_TO = 10_000

NOUNS = """agent alert artefact audit backlog backup balancer batch branch broker bucket budget
bug build cache canary certificate change channel checklist cluster commit compiler config console
container contract cron dashboard database deadline debugger delivery deploy disk domain driver
editor endpoint engine estimate event failover feature filter firewall fleet flag fork gateway
graph guard handler harbour heap host incident index interface job journal kernel keyboard label
latency ledger library limit link log machine manifest memory merge message metric migration mirror
module monitor network node object outage owner package packet page parser patch pipeline platform
policy pool port postmortem probe process profile proposal protocol proxy query queue quota
radar record region registry release replica report request resolver retry review rollback rota
router rule runbook sandbox scanner schedule schema script secret server service session shard
shell signal snapshot socket source stack stage standard storage stream suite switch symbol table
team template tenant terminal test thread threshold ticket timeout token topic trace trade-off
transaction tunnel upgrade user validator vault vendor version volume warning webhook worker
workflow workshop""".split()
ADJECTIVES = """boring brittle careful cheap clear common complex continuous curious daily declarative
dependable distributed early empty familiar fast formal global gradual hidden honest human idle
immutable internal large lasting legacy local long manual modern noisy nightly old open ordinary
partial patient portable practical previous quiet rare reliable remote repeatable safe seasonal
secure shared short silent simple slow small static steady strict sudden tiny tired unexpected
useful visible whole wide""".split()
VERBS = """automates avoids breaks builds carries catches changes checks compares copies counts covers
delays describes detects documents drops explains fixes follows guards hides improves joins keeps
limits loses maps measures merges moves needs observes outlives outgrows prepares prevents protects
publishes questions records reduces reloads renames repairs replaces restarts returns reveals
rewrites saves schedules shares shrinks simplifies splits starts stops survives tests tracks trims
trusts understands unlocks uses verifies visits watches weighs wraps writes""".split()
OPENERS = """A good look at how|An introduction to why|A detailed post on how|Lessons from a year in which|\
The second part of a series on how|A short talk about how|Notes on the week when|An honest account of how|\
A discussion of what happens when|Some useful background on why|A case study – with numbers – of how|\
Interesting thoughts on why|A reminder that|A nicely illustrated explanation of how""".split("|")
JOINS = [", and", ", but", " – although", " while", ";", ", because", " whenever", " so that"]
CLOSERS = """Worth a read.|It’s “boring” on purpose, and better for it…|The comments are good, too.|\
Lots of detail, code included.|I’d like to see more posts like this one.|Slides and video are available.|\
Early days, but the idea’s sound.|Part two is due next month.""".split("|")
SPONSORS = ["Sponsor", "Sponsor", "Sponsored", ">From our sponsor, Example Harbour", "Special offer"]
SETTINGS = """title: Bench Weekly
id: tag:bench.example.org,2010
sections:
  - key: sponsor
    title: Sponsor
    kind: sponsored
    headings: ["Sponsor*", "From our sponsor*", "Special offer*"]
  - key: news
    title: News
    headings: ["News*"]
  - key: tools
    title: Tools
    headings: ["Tool*"]
  - key: events
    title: Events
    headings: ["Event*"]
  - key: jobs
    title: Jobs
    headings: ["Job*"]
"""


class Words:
    """Sentences that read like a newsletter's and compress like English; the same ones on every machine."""

    def __init__(self):
        self.random = random.Random(581)
        self.sentences = [self._sentence() for _ in range(4000)]

    def _clause(self):
        pick = self.random.choice
        words = [pick(["a", "the", "one", "every", "another", "their"])]
        words += [pick(ADJECTIVES)] if self.random.random() < 0.6 else []
        words += [pick(NOUNS), pick(VERBS), pick(["a", "the", "your", "its"])]
        words += [pick(ADJECTIVES)] if self.random.random() < 0.5 else []
        return " ".join(words + [pick(NOUNS)])

    def _sentence(self):
        pick = self.random.choice
        text = f"{pick(OPENERS)} {self._clause()}"
        for _ in range(self.random.randint(0, 2)):
            text += f"{pick(JOINS)} {self._clause()}"
        return text + "."

    def paragraph(self):
        text = " ".join(self.random.choices(self.sentences, k=self.random.choice([1, 1, 2, 3])))
        return text + (" " + self.random.choice(CLOSERS) if self.random.random() < 0.4 else "")


def _item(words, number, place):
    path = f"{words.random.choice(NOUNS)}-{words.random.choice(VERBS)}-{words.random.choice(NOUNS)}"
    link = f"https://{words.random.choice(NOUNS)}.example.org/{number}/{path}-{place}"
    return f"{words.paragraph()}\n<br>[{link}]({link})\n"


def _issue(words, number, date):
    chance = words.random.random
    places = iter(range(99))
    sections = [("News", words.random.randint(5, 9)), ("Tools", words.random.randint(2, 5))]
    if chance() < 0.4:
        sections.insert(1, ("Events", words.random.randint(1, 3)))
    if chance() < 0.36:
        sections.insert(1, ("Jobs", words.random.randint(1, 2)))
    advertisement = _item(words, number, next(places))
    parts = [
        f"---\ntitle: BENCH WEEKLY ISSUE \\#{number} - {date.day} {date:%B} {date.year} ",
        f"date: {date.isoformat()}T10:30:00+00:00\n---\n",
        words.paragraph() + "\n\n",
        f"{words.random.choice(SPONSORS)}\n======\n",
        advertisement + "\n",
    ]
    for heading, items in sections:
        parts.append(f"{heading}\n{'=' * len(heading)}\n")
        parts += [_item(words, number, next(places)) + "\n" for _ in range(items)]
    if chance() < 0.46:
        parts.append(advertisement)
    return "\n".join(parts)


def generate(folder, count):
    """Issues a week apart, or a day apart where weeks would reach back before 1800; the last of 2025 is the newest."""
    folder.mkdir(parents=True)
    words = Words()
    step = datetime.timedelta(days=7 if count <= WEEKLY_UP_TO else 1)
    for number in range(1, count + 1):
        date = NEWEST - step * (count - number)
        text = _issue(words, number, date)
        (folder / f"{date.isoformat()}-{number}.md").write_text(text, encoding="utf-8")
    (folder / "offprint.yaml").write_text(SETTINGS)


def double(source, folder, count):
    """Every real issue, and again with another number and 600 weeks older, until there are so many.

    The copies are older than all originals, so that no feed has an issue twice and packs better than it should.
    """
    folder.mkdir(parents=True)
    originals = sorted(source.glob("*.md"), reverse=True)
    for original in originals:
        shutil.copy(original, folder)
    for original in originals[: max(0, count - len(originals))]:
        text = original.read_text(encoding="utf-8")
        day = datetime.date.fromisoformat(original.name[:10])
        before = day - datetime.timedelta(weeks=600)
        text = re.sub(r"(?m)^date: \S{10}", f"date: {before}", text, count=1)
        text = re.sub(r"\\#(\d+)", r"\\#1\1", text, count=1)
        (folder / f"{before}-1{original.name[11:]}").write_text(text, encoding="utf-8")
    shutil.copy(REPOSITORY / "src/test/resources/corpus/offprint.yaml", folder)


class Archive:
    """A folder of issues. Edits made to measure are taken back by restore()."""

    def __init__(self, folder, origin):
        self.folder = folder
        self.origin = origin
        self.issues = sorted(folder.glob("*.md"))
        self.count = len(self.issues)
        self.newest = datetime.date.fromisoformat(self.issues[-1].name[:10])
        self._changed = {}

    def edit(self, place, sentence, in_place):
        """Adds a sentence to one of the newest issues; a second edit replaces the first."""
        issue = self.issues[-1 - place]
        text = self._changed.setdefault(issue, issue.read_text(encoding="utf-8"))
        self._write(issue, f"{text}\n\n{sentence}\n", in_place)

    def add(self, number, sentence):
        """Adds an issue that is newer than all others."""
        minutes = datetime.timedelta(minutes=number)
        moment = datetime.datetime.combine(self.newest + datetime.timedelta(days=1), datetime.time())
        issue = self.folder / f"{moment:%Y-%m-%d}-added-{number}.md"
        text = self.issues[-1].read_text(encoding="utf-8").split("---\n", 2)[2]
        text = f"---\ntitle: Added {number}\ndate: {moment + minutes:%Y-%m-%dT%H:%M:%S}+00:00\n---\n\n{text}"
        self._changed[issue] = None
        self._write(issue, f"{text}\n\n{sentence}\n", False)

    @staticmethod
    def _write(issue, text, in_place):
        written = issue if in_place else issue.with_name(f".{issue.name}.new")
        written.write_text(text, encoding="utf-8")
        if not in_place:
            os.replace(written, issue)

    def restore(self):
        for issue, text in self._changed.items():
            if text is None:
                issue.unlink()
            else:
                self._write(issue, text, False)
        self._changed.clear()


def open_archive(work, count):
    """The archive of that size, made when it is first asked for. 581 issues are real ones where there are any."""
    source = os.environ.get("OFFPRINT_CORPUS")
    is_real = bool(source) and count == 581
    folder = work / "archives" / str(count)
    if not folder.exists():
        print(f"making {count} issues", file=sys.stderr)
        if is_real:
            double(pathlib.Path(source) / "devops-weekly", folder, count)
        else:
            generate(folder, count)
    archive = Archive(folder, "real issues, twice" if is_real else "generated")
    if archive.count != count:
        raise SystemExit(f"{archive.count} issues instead of {count} in {folder}")
    return archive


if __name__ == "__main__":
    generate(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
