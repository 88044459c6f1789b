"""Two replicas of the app behind the shipped HAProxy configuration, all of it on loopback."""

from __future__ import annotations

import contextlib
import csv
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.server import ROOT, Server, free_port, serving
from tests.tools import HAPROXY, require

CONFIGURATION = ROOT / "deploy" / "haproxy.cfg"
COOKIE = "mild_route"
DRAIN_SECONDS = 1.0  # what is being answered is answered by then
PATIENCE = 20.0


@dataclass
class Replica:
    """One process of the app, which may be killed and started again at the same address.

    Attributes:
        name: as the configuration calls it.
        folder: for its logs.
        port: where it listens.
    """

    name: str
    folder: Path
    port: int = field(default_factory=free_port)
    server: Server | None = None
    _stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    _starts: int = 0

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._starts += 1
        log = self.folder / f"{self.name}-{self._starts}.log"
        self.server = self._stack.enter_context(serving(log, port=self.port))

    def stop(self) -> None:
        """End it as an orchestrator does: by a signal that it may answer to."""
        self._stack.close()

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        assert self.server is not None, f"{self.name} was never started"
        os.kill(self.server.pid, signal.SIGKILL)
        self._stack.close()


@dataclass(frozen=True)
class Rig:
    """The proxy and what stands behind it.

    Attributes:
        url: where readers come in, without a slash at the end.
        log: what the proxy wrote.
        measures: where the proxy tells the machine how it is.
        replicas: by name.
    """

    url: str
    log: Path
    measures: str
    replicas: dict[str, Replica]
    _admin: Path

    def admin(self, command: str) -> str:
        """Return the proxy's answer to a command on its admin socket."""
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self._admin))
            line.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: line.recv(65536), b"")).decode()

    def up(self, name: str) -> bool:
        """Return whether readers are sent to a replica."""
        rows = csv.DictReader(self.admin("show stat").removeprefix("# ").splitlines())
        states = {(row["pxname"], row["svname"]): row["status"] for row in rows}
        return states["app", name].startswith("UP")

    def wait_up(self, *names: str) -> None:
        """Wait until readers are sent to some replicas, all of them if none is named."""
        end = time.monotonic() + PATIENCE
        while not all(self.up(name) for name in names or self.replicas):
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.05)

    def restart(self, name: str) -> None:
        """Restart one replica as docs/operations.md says: out, ended, started, in."""
        self.admin(f"set server app/{name} state maint")
        time.sleep(DRAIN_SECONDS)
        self.replicas[name].stop()
        self.replicas[name].start()
        self.admin(f"set server app/{name} state ready")
        self.wait_up(name)


@contextlib.contextmanager
def proxy(folder: Path, replicas: dict[str, Replica], **settings: str) -> Iterator[Rig]:
    """Run the shipped proxy until the block ends.

    Args:
        folder: for its log and its admin socket.
        replicas: what it sends readers to; they need not be up.
        settings: further variables of its environment.
    """
    port, measures = free_port(), free_port()
    admin, log = folder / "admin.sock", folder / "proxy.log"
    environment = {
        "MILD_BIND": f"127.0.0.1:{port}", "MILD_MEASURES": f"127.0.0.1:{measures}",
        "MILD_ADMIN": str(admin), **settings,
    }  # fmt: skip
    for number, replica in enumerate(replicas.values(), 1):
        environment[f"MILD_REPLICA_{number}"] = f"127.0.0.1:{replica.port}"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(require(HAPROXY)), "-db", "-f", str(CONFIGURATION)],
            env=os.environ | environment, stdout=out, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{measures}/none", log)
        yield Rig(f"http://127.0.0.1:{port}", log, f"http://127.0.0.1:{measures}", replicas, admin)
    finally:
        process.kill()  # nobody waits for its readers
        process.wait()


def _wait(address: str, log: Path) -> None:
    """Wait until the proxy answers, be it that there is no such page."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the proxy does not answer:\n{log.read_text()}")


@contextlib.contextmanager
def rig(folder: Path, **settings: str) -> Iterator[Rig]:
    """Run two replicas and the proxy until the block ends; both are up when it begins."""
    replicas = {name: Replica(name, folder) for name in ("r1", "r2")}
    with contextlib.ExitStack() as ends:
        for replica in replicas.values():
            ends.callback(replica.stop)
        with ThreadPoolExecutor() as starters:  # at once: each waits most of the time
            list(starters.map(Replica.start, replicas.values()))
        running = ends.enter_context(proxy(folder, replicas, **settings))
        running.wait_up()
        yield running
