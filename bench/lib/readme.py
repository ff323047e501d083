"""Puts a file of results between the markers of README.md."""

import pathlib
import re
import sys

readme = pathlib.Path(__file__).resolve().parents[1] / "README.md"
results = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").strip()
text, count = re.subn(
    r"(<!-- results -->\n).*?(<!-- end of results -->)",
    lambda found: f"{found[1]}\n{results}\n\n{found[2]}",
    readme.read_text(encoding="utf-8"),
    flags=re.DOTALL,
)
if count != 1:
    raise SystemExit(f"no place for results in {readme}")
readme.write_text(text, encoding="utf-8")
