"""The command in a process of its own that has been loaded before: a fifth of the time of a fresh one.

A server loads the program once and splits off a process for each run: the run's arguments, folder, variables,
pipes and exit status are its own. What is about being loaded, signals and terminals is tested with fresh
processes (`support.command.started`).
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import cache
from typing import BinaryIO

POSSIBLE = hasattr(os, "fork") and hasattr(socket, "send_fds")
SERVER = """
import json, os, signal, socket, sys, time
sys.path[:] = [place for place in sys.path if place]
import artparse
artparse.parse({text!r})
import artparse.command
import artparse.options
from artparse.__main__ import main
asked = socket.socket(fileno=int(sys.argv[1]))
while True:
    message, pipes, _, _ = socket.recv_fds(asked, 1 << 20, 3)
    if not message:
        sys.exit()
    pid = os.fork()
    if not pid:
        break
    for pipe in pipes:
        os.close(pipe)
    asked.sendall(b"%d\\n" % pid)
    asked.sendall(b"%d\\n" % os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for number, pipe in enumerate(pipes):
    os.dup2(pipe, number)
    os.close(pipe)
asked.close()
told = json.loads(message)
sys.argv[:] = told["arguments"]
os.environ.clear()
os.environ.update(told["variables"])
time.tzset()
os.chdir(told["folder"])
sys.exit(main())
"""
TEXT = (
    "The bridge is shut\\n\\nBy Jane Doe\\n\\n“It will open on Monday,” said Ann Roe, the mayor of the town."
)
FIXED = ("PYTHON", "LC_", "LANG")
"""How the names of variables begin that count only when Python starts."""


def as_when_begun(variables: dict[str, str]) -> bool:
    """Whether a process with these variables can be split off."""
    return {name: value for name, value in variables.items() if name.startswith(FIXED)} == _begun()[1]


@cache
def _begun() -> tuple[socket.socket, dict[str, str]]:
    """A server that runs until this process ends, and what it cannot change."""
    here, there = socket.socketpair()
    fixed = {name: value for name, value in os.environ.items() if name.startswith(FIXED)}
    subprocess.Popen(
        [sys.executable, "-c", SERVER.format(text=TEXT), str(there.fileno())],
        stdin=subprocess.DEVNULL, pass_fds=[there.fileno()], stdout=subprocess.DEVNULL,
    )  # fmt: skip
    there.close()
    return here, fixed


def run(
    arguments: Sequence[str], folder: str, variables: dict[str, str], given: bytes, patience: float
) -> subprocess.CompletedProcess[bytes]:
    """As `subprocess.run` does, with all output kept."""
    server = _begun()[0]
    told = {"arguments": list(arguments), "variables": variables, "folder": folder}
    pipes = [os.pipe() for _ in range(3)]
    theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
    socket.send_fds(server, [json.dumps(told).encode()], theirs)
    for pipe in theirs:
        os.close(pipe)
    answer = server.makefile("rb")
    pid = int(answer.readline())
    try:
        output, errors = _exchanged(pipes[0][1], given, (pipes[1][0], pipes[2][0]), patience)
    except TimeoutError:
        os.kill(pid, signal.SIGKILL)
        raise
    return subprocess.CompletedProcess(list(arguments), int(answer.readline()), output, errors)


def _exchanged(sink: int, given: bytes, sources: tuple[int, int], patience: float) -> tuple[bytes, bytes]:
    """Write all that is given while reading to the end of both outputs."""
    end = time.monotonic() + patience
    found: dict[int, list[bytes]] = {source: [] for source in sources}
    left = memoryview(given)
    os.set_blocking(sink, False)
    with contextlib.ExitStack() as opened, selectors.DefaultSelector() as chosen:
        files: dict[int, BinaryIO] = {fd: open(fd, "rb", buffering=0) for fd in sources}  # noqa: SIM115, PTH123
        files[sink] = open(sink, "wb", buffering=0)  # noqa: SIM115
        for file in files.values():
            opened.enter_context(file)
        for source in sources:
            chosen.register(source, selectors.EVENT_READ)
        chosen.register(sink, selectors.EVENT_WRITE)
        while chosen.get_map():
            ready = chosen.select(end - time.monotonic())
            if not ready and time.monotonic() >= end:
                raise TimeoutError
            for key, _ in ready:
                if key.fd == sink:
                    with contextlib.suppress(BrokenPipeError):
                        left = left[os.write(sink, left[:65536]) :] if left else left
                        if left:
                            continue
                elif piece := os.read(key.fd, 65536):
                    found[key.fd].append(piece)
                    continue
                chosen.unregister(key.fd)
                files[key.fd].close()
    output, errors = (b"".join(pieces) for pieces in found.values())
    return output, errors
