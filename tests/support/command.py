"""The installed command, run as users run it: in a process of its own."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from support import preloaded
from support.records import validate

COMMAND = shutil.which("artparse", path=sysconfig.get_path("scripts"))
SEED = Path(__file__).parents[2] / "seeds" / "000_800c86e4d8e1ea9c.txt"

SETTING = frozenset(("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"))
"""Variables that set how things are shown; tests that run side by side are given a width, too."""
PATIENCE = 600
"""Seconds after which a process is taken to be stuck; what works waits for no part of it."""
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2


def command() -> str:
    """Path of the installed command."""
    assert COMMAND, "artparse is not installed beside this Python: run pip install -e ."
    return COMMAND


def environment(**variables: str) -> dict[str, str]:
    """This process's environment without what changes colours and width, and with `variables`."""
    kept = {name: value for name, value in os.environ.items() if name not in SETTING}
    return kept | variables


def artparse(
    *arguments: str | Path, given: bytes | None = None, ordinary_user: bool = False, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run the command to its end; `given` is piped to it, an empty standard input else.

    The process is one that was loaded before, where nothing asks for a fresh one (`support.preloaded`).

    As an `ordinary_user` permissions hold, even where the tests are run by root.
    """
    if preloaded.POSSIBLE and not ordinary_user and options.keys() <= {"cwd"}:
        variables = environment()
        if preloaded.as_when_begun(variables):
            folder = str(options.get("cwd", Path.cwd()))
            return preloaded.run([command(), *map(str, arguments)], folder, variables, given or b"", PATIENCE)
    return subprocess.run(
        [command(), *map(str, arguments)],
        input=given or b"",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env=options.pop("env", environment()),
        preexec_fn=_give_up_privileges if ordinary_user else None,
        **options,
    )


def started(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """The command, running, with no input unless `options` say so.

    An interrupt reaches it also where these tests run in the background of a shell, which makes
    every process there ignore interrupts.
    """
    chosen: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE, "env": environment()}
    chosen |= options
    heed = None if os.name == "nt" else _heed_interrupts
    process: subprocess.Popen[bytes] = subprocess.Popen(
        [command(), *map(str, arguments)], preexec_fn=heed, text=False, **chosen
    )
    return process


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _give_up_privileges() -> None:
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


_VALID: set[int] = set()
"""Hashes of what was validated before: that takes as long as to parse, and many tests ask for the same."""


def record_of(output: bytes | str) -> dict[str, Any]:
    """The one record in `output`, validated."""
    record: dict[str, Any] = json.loads(output)
    if hash(output) not in _VALID:
        validate(record)
        _VALID.add(hash(output))
    return record


def records_of(output: bytes) -> list[dict[str, Any]]:
    """The records in JSON Lines `output`, validated."""
    return [record_of(line) for line in output.decode().split("\n")[:-1]]


def complaint(result: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on standard error."""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("artparse: ")
    return lines[0].removeprefix("artparse: ")
