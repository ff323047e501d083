"""Shows when, where and with which programs is measured."""

import datetime
import os
import pathlib
import re
import shutil
import subprocess

from programs import java_environment
from report import show


def first_line(command, environment=None):
    """What a program says of its version, on whichever stream."""
    if not shutil.which(command[0], path=(environment or os.environ).get("PATH")):
        return "not installed"
    done = subprocess.run(command, text=True, capture_output=True, env=os.environ | (environment or {}))
    return next(iter((done.stdout + done.stderr).strip().splitlines()), "?")


def version(command):
    found = re.search(r"\d+(\.\d+)+", first_line(command))
    return found.group() if found else first_line(command)


def memory_gb():
    kilobytes = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1)
    return int(kilobytes) / 1024 / 1024


def processor():
    found = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return found.group(1) if found else os.uname().machine


def debian():
    found = re.search('PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    return found.group(1) if found else "?"


def jdk(home):
    """The version of a JDK, such as 17.0.15; of the one that `java` is for an empty home."""
    return re.search('"(.*)"', first_line(["java", "-version"], java_environment(home))).group(1)


def main():
    named = [os.environ.get(name) for name in ("JAVA_17_HOME", "JAVA_25_HOME")]
    others = [f"{jdk(home)} for the start" for home in named if home]
    now = datetime.datetime.now(datetime.timezone.utc)
    programs = {
        "nginx": ["nginx", "-v"],
        "wrk": ["wrk", "-v"],
        "Hugo": ["hugo", "version"],
        "Jekyll": ["jekyll", "-v"],
        "Node": ["node", "-v"],
        "Python": ["python3", "-V"],
    }
    command = os.environ.get("OFFPRINT_COMMAND", "java -jar target/offprint.jar")
    show(
        f"- {now:%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores ({processor()}), {memory_gb():.0f} GB, {debian()},"
        f" load {os.getloadavg()[0]:.1f} at the start\n"
        f"- JDK: {', '.join([jdk('')] + others)}\n"
        f"- {', '.join(f'{name} {version(ask)}' for name, ask in programs.items())}\n"
        f"- Offprint: `{command}`\n"
    )


if __name__ == "__main__":
    main()
