"""Hugo and Jekyll on the very folder that Offprint serves: a page per issue, a list, one Atom feed."""

import shutil
import time

from programs import BENCH, WORK, Program, free_port, run


class Generator:
    """A site whose issues are the archive's own files."""

    def __init__(self, name, archive, feed, command):
        self.name = name
        self.archive = archive
        self.site = WORK / f"{name}-{archive.count}"
        self.out = self.site / "public"
        self.feed = self.out / feed
        self.command = command
        if not self.site.exists():
            shutil.copytree(BENCH / "peers" / name, self.site)
            self._link(archive.folder)

    def _link(self, folder):
        raise NotImplementedError

    def build(self, seconds=300):
        """Builds the site and looks whether all issues are there; returns the seconds it took."""
        started = time.perf_counter()
        run(self.command + [str(self.out)], cwd=self.site, timeout=seconds)
        took = time.perf_counter() - started
        pages = len(list(self.out.glob("issues/*/index.html")))
        issues = len(list(self.archive.folder.glob("*.md")))
        if pages != issues or not self.feed.is_file():
            raise SystemExit(f"{self.name} made {pages} pages of {issues} issues")
        return took

    def build_afresh(self):
        """Builds into an empty folder: where the file system is slow to write over files, that doubles the time."""
        shutil.rmtree(self.out, ignore_errors=True)
        return self.build()

    def rebuild(self, number):
        """Changes the newest issue and builds; the feed must have the change."""
        sentence = f"Rebuilt for the {number}th time."
        self.archive.edit(0, sentence, in_place=False)
        took = self.build()
        if sentence not in self.feed.read_text(encoding="utf-8"):
            raise SystemExit(f"{self.name} built a feed without the change")
        return took


class Hugo(Generator):
    def __init__(self, archive):
        super().__init__("hugo", archive, "feed.atom", ["hugo", "--quiet", "--destination"])

    def _link(self, folder):
        with open(self.site / "hugo.toml", "a", encoding="utf-8") as settings:
            settings.write(
                f'\n[[module.mounts]]\nsource = "{folder}"\ntarget = "content/issues"\n'
                'excludeFiles = ["*.yaml"]\n'
            )

    def server(self):
        """Hugo's own server, which keeps the site in memory and rebuilds what a save touches."""
        port = free_port()
        command = ["hugo", "server", "--source", self.site, "--bind", "127.0.0.1", "--port", port]
        return Program("hugo", command + ["--disableLiveReload", "--noHTTPCache"], port)


class Jekyll(Generator):
    def __init__(self, archive):
        super().__init__("jekyll", archive, "feed.xml", ["jekyll", "build", "--quiet", "--destination"])

    def _link(self, folder):
        (self.site / "_posts").symlink_to(folder)
