"""Middle values, and Markdown that is shown and kept."""

import math
import os
import statistics


def middle(values):
    return statistics.median(values)


def percentile(values, percent):
    """By nearest rank: of 200 values the 99th percentile is the third largest."""
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def ratio(ours, theirs):
    """Ratio of the middle values, and the lowest and highest ratio of one round."""
    rounds = [a / b for a, b in zip(ours, theirs)]
    return f"**{middle(ours) / middle(theirs):.2f}** ({min(rounds):.2f}–{max(rounds):.2f})"


def show(text):
    print(text, flush=True)
    with open(os.environ["BENCH_RESULTS"], "a", encoding="utf-8") as results:
        results.write(text + "\n")


def table(title, note, header, rows):
    lines = [f"### {title}", "", note, "", "| " + " | ".join(header) + " |", "|---" * len(header) + "|"]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    show("\n".join(lines) + "\n")
