"""Starts what is measured, on free ports of 127.0.0.1, and ends it."""

import os
import pathlib
import shlex
import signal
import socket
import subprocess
import sys
import time

import wire

BENCH = pathlib.Path(__file__).resolve().parents[1]
REPOSITORY = BENCH.parent
WORK = pathlib.Path(os.environ["BENCH_WORK"])
TICKS = os.sysconf("SC_CLK_TCK")
MODULES = pathlib.Path("/usr/lib/nginx/modules")

# So that whoever ends the measurement ends what it has started, too.
signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))


def note(text):
    """Says what is going on; results alone go to standard output."""
    print(text, file=sys.stderr, flush=True)


def run(command, **options):
    """Runs a program to its end and returns its output; ends the measurement if it fails."""
    done = subprocess.run(command, text=True, capture_output=True, **options)
    if done.returncode != 0:
        raise SystemExit(f"{shlex.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _stat(pid):
    """The fields of /proc/PID/stat after the name, from the state on."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _family(pid):
    """A process and all its descendants."""
    parents = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents.setdefault(int(_stat(entry)[1]), []).append(int(entry))
        except (FileNotFoundError, ProcessLookupError):
            pass
    found = [pid]
    for member in found:
        found += parents.get(member, [])
    return found


def cpu_seconds(pid):
    """Processor time of a process and its descendants until now, as exact as the kernel's clock tick (10 ms)."""
    return sum(int(_stat(member)[11]) + int(_stat(member)[12]) for member in _family(pid)) / TICKS


class Program:
    """A running server; leaving the context ends it and all that it started."""

    def __init__(self, name, command, port, environment=None):
        self.name = name
        self.port = port
        self.log = WORK / f"{name}-{port}.log"
        self.started = time.perf_counter()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                list(map(str, command)),
                cwd=REPOSITORY,
                env=os.environ | (environment or {}),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for sign, seconds in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
            try:
                os.killpg(self.process.pid, sign)
                self.process.wait(seconds)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                pass

    def tail(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])

    def require_running(self):
        if self.process.poll() is not None:
            raise SystemExit(f"{self.name} ended with {self.process.returncode}\n{self.tail()}")

    def await_feed(self, path, seconds=200):
        """Waits for the first 200; returns the seconds since the process was started."""
        wire.await_answer(self, path, lambda answer: answer.status == 200, seconds)
        return time.perf_counter() - self.started

    def await_ready(self, seconds=900):
        """Waits until an Offprint serves everything: the feed comes before that; returns the seconds as well."""
        return self.await_feed("/readyz", seconds)

    def cpu_seconds(self):
        return cpu_seconds(self.process.pid)

    def cpu_by_thread(self):
        """Processor seconds of the JVM's threads until now, by their names, of which the system keeps 15 characters."""
        threads = {}
        for task in pathlib.Path(f"/proc/{self.java()}/task").iterdir():
            try:
                _, _, rest = (task / "stat").read_text().partition("(")
            except (FileNotFoundError, ProcessLookupError):
                continue
            name, _, fields = rest.rpartition(")")
            ticks = sum(map(int, fields.split()[11:13]))
            threads[name] = threads.get(name, 0) + ticks / TICKS
        return threads

    def java(self):
        """The process that is the JVM: the command may be a script that starts it."""
        for pid in _family(self.process.pid):
            if pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == "java":
                return pid
        raise SystemExit(f"{self.name} is no Java program")

    def resident_mb(self, field="VmRSS"):
        """Memory the JVM holds now (VmRSS), or has held at most (VmHWM)."""
        for line in pathlib.Path(f"/proc/{self.java()}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
        raise SystemExit(f"no {field} of {self.name}")


def java_environment(home):
    """The environment in which `java` is that JDK's; the default one for an empty home."""
    if not home:
        return {}
    return {"JAVA_HOME": home, "PATH": f"{home}/bin:{os.environ['PATH']}"}


def offprint(folder, java_home="", jvm_options="", arguments=()):
    port = free_port()
    command = shlex.split(os.environ.get("OFFPRINT_COMMAND", "java -jar target/offprint.jar"))
    environment = java_environment(java_home)
    if jvm_options:
        environment["JAVA_TOOL_OPTIONS"] = jvm_options
    serve = ["serve", folder, "--host", "127.0.0.1", "--port", port, "--status", "public", *arguments]
    return Program("offprint", command + serve, port, environment)


def javalin(java_home=""):
    """A Javalin server with one line of text, by the libraries of Offprint: none can begin sooner and still be one."""
    port = free_port()
    classes = WORK / "javalin"
    libraries = f"{REPOSITORY}/target/lib/*"
    if not classes.exists():
        source = BENCH / "peers" / "javalin" / "Hello.java"
        run(["javac", "--release", "17", "-cp", libraries, "-d", str(classes), str(source)])
    return Program("javalin", ["java", "-cp", f"{classes}:{libraries}", "Hello", port], port, java_environment(java_home))


def nginx(folder, media_type, packing):
    """nginx on a folder of files that all have one type; packing are the lines that say how they are packed."""
    port = free_port()
    brotli = MODULES / "ngx_http_brotli_static_module.so"
    text = f"""
{f'load_module {brotli};' if brotli.exists() else ''}
daemon off;
user {'root' if os.geteuid() == 0 else 'nobody'};
worker_processes auto;
pid {WORK}/nginx-{port}.pid;
error_log {WORK}/nginx-{port}.errors;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  etag on;
  keepalive_timeout 300s;
  keepalive_requests 1000000000;
  types {{ }}
  default_type "{media_type}";
  {packing}
  server {{
    listen 127.0.0.1:{port};
    root {folder};
  }}
}}
"""
    settings = WORK / f"nginx-{port}.conf"
    settings.write_text(text)
    return Program("nginx", ["nginx", "-c", settings, "-e", f"{WORK}/nginx-{port}.errors"], port)


def has_brotli_in_nginx():
    return (MODULES / "ngx_http_brotli_static_module.so").exists()


def feed_package(mode, entries):
    """A Node server that writes the feed with npm's package: at every request (fresh), or once (cached)."""
    port = free_port()
    command = ["node", BENCH / "peers/feed-server.js", mode, entries, port]
    modules = REPOSITORY / "target/bench/node_modules"
    return Program(f"node-{mode}", command, port, {"NODE_PATH": str(modules)})
