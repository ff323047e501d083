"""An HTTP/1.1 client over one kept-alive connection that counts what comes over the wire."""

import dataclasses
import socket
import time


@dataclasses.dataclass(frozen=True)
class Response:
    status: int
    headers: dict
    body: bytes
    header_bytes: int

    @property
    def size(self):
        return self.header_bytes + len(self.body)


class Connection:
    """One connection to 127.0.0.1, made when it is needed."""

    def __init__(self, port, timeout=30):
        self.port = port
        self.timeout = timeout
        self._socket = None
        self._stream = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self._socket:
            self._stream.close()
            self._socket.close()
            self._socket = None

    def _connect(self):
        self._socket = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._stream = self._socket.makefile("rb")

    def get(self, path, headers=None):
        """Sends a GET and reads the whole response; an OSError leaves the connection closed."""
        lines = [f"GET {path} HTTP/1.1", f"Host: localhost:{self.port}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        try:
            if not self._socket:
                self._connect()
            self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            return self._response()
        except OSError:
            self.close()
            raise

    def _line(self):
        line = self._stream.readline()
        if not line.endswith(b"\n"):
            raise ConnectionError("the connection was closed")
        return line

    def _response(self):
        first = self._line()
        size = len(first)
        headers = {}
        while (line := self._line()) not in (b"\r\n", b"\n"):
            size += len(line)
            name, value = line.decode("latin-1").split(":", 1)
            headers[name.lower()] = value.strip()
        status = int(first.split()[1])
        response = Response(status, headers, self._body(status, headers), size + len(line))
        if headers.get("connection") == "close":
            self.close()
        return response

    def _body(self, status, headers):
        if status in (204, 304):
            return b""
        if headers.get("transfer-encoding") == "chunked":
            chunks = []
            while length := int(self._line(), 16):
                chunks.append(self._stream.read(length))
                self._line()
            self._line()
            return b"".join(chunks)
        return self._stream.read(int(headers["content-length"]))


def await_answer(program, path, is_wanted, seconds, gap=0.01):
    """Asks until the answer is what is wanted, seldom enough to cost a starting server nothing; returns it."""
    deadline = time.perf_counter() + seconds
    with Connection(program.port) as connection:
        while time.perf_counter() < deadline:
            try:
                answer = connection.get(path)
                if is_wanted(answer):
                    return answer
            except OSError:
                program.require_running()
            time.sleep(gap)
    raise SystemExit(f"{program.name}: {path} did not become what was expected in {seconds} s\n{program.tail()}")
