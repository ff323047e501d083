"""Puts a file of results between the markers of README.md; those of some topics take the places of these alone."""

import pathlib
import re
import sys

readme = pathlib.Path(__file__).resolve().parents[1] / "README.md"
text = readme.read_text(encoding="utf-8")
place = re.search(r"(?<=<!-- results -->\n).*?(?=<!-- end of results -->)", text, re.DOTALL)
if not place:
    raise SystemExit(f"no place for results in {readme}")


def parted(results):
    """The lines about the machine, and what stands under each heading."""
    head, *parts = re.split(r"(?m)^(?=### )", results.strip())
    return head.strip(), {part.splitlines()[0]: part.strip() for part in parts}


head, old = parted(place[0])
machine, new = parted(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
if old.keys() <= new.keys():
    head, old = machine, {}
else:
    run = machine.splitlines()[0].removeprefix("- ")
    new = {title: part.replace(title, f"{title}\n\nAnother run: {run}.", 1) for title, part in new.items()}
results = "\n\n".join([head, *(old | new).values()])
readme.write_text(f"{text[:place.start()]}\n{results}\n\n{text[place.end():]}", encoding="utf-8")
