"""The view for the terminal in a real one: tmux, as wide as it is made."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.command import PATIENCE, SEED, command, environment
from support.views import SHOWN

TMUX = shutil.which("tmux")
pytestmark = [pytest.mark.skipif(TMUX is None, reason="no tmux: see .ci/browser"), pytest.mark.slow]


def tmux(socket: str, *arguments: str) -> str:
    assert TMUX
    result = subprocess.run(
        [TMUX, "-L", socket, "-f", "/dev/null", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment(TERM="xterm-256color"),
    )
    return result.stdout


@pytest.fixture
def terminal() -> Iterator[str]:
    """A terminal of 80 columns with a shell in it; the name of its socket."""
    socket = f"artparse-{uuid.uuid4().hex[:8]}"
    tmux(socket, "new-session", "-d", "-x", "80", "-y", "200", "-e", "PS1=$ ", "sh")
    yield socket
    tmux(socket, "kill-server")


def printed(socket: str, *arguments: str, codes: bool = False) -> list[str]:
    """What stands on the screen after a command has run, line by line."""
    end = uuid.uuid4().hex  # Told to the shell in two halves, so that the command line is not taken for it.
    tmux(socket, "send-keys", f"clear; {shlex.join(arguments)}; printf '%s%s' {end[:16]} {end[16:]}", "Enter")
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        screen = tmux(socket, "capture-pane", "-p", *(["-e"] if codes else []))
        if end in screen:
            return screen.partition(end)[0].split("\n")
        time.sleep(0.1)
    raise AssertionError(screen)


def view(socket: str, *variables: str, codes: bool = False) -> list[str]:
    """What stands on the screen after the view of the seed was asked for."""
    return printed(socket, "env", *variables, command(), "-f", "pretty", str(SEED), codes=codes)


def resize(socket: str, columns: int) -> None:
    """Make the window as wide, and wait until a program in it sees that."""
    tmux(socket, "resize-window", "-x", str(columns), "-y", "200")
    limit = time.monotonic() + PATIENCE
    while printed(socket, "stty", "size")[0].split()[1:] != [str(columns)]:
        assert time.monotonic() < limit


def test_it_fits_as_the_window_is_resized(terminal: str) -> None:
    heights = []
    for columns in (80, 60, 200, 72):
        resize(terminal, columns)
        lines = view(terminal)
        text = [line.rstrip() for line in lines]
        assert min(columns, 100) - 12 <= max(map(len, text)) <= min(columns, 100)
        assert " ".join(" ".join(text).split()).count("an immediate, full, and unconditional ceasefire") == 1
        heights.append(len(text))
    assert heights[2] < heights[0] < heights[3] < heights[1]


def test_it_is_in_colour(terminal: str) -> None:
    screen = "\n".join(view(terminal, codes=True))
    assert "\x1b[36m“walk away”" in screen  # Cyan, the first speaker's.
    assert "\x1b[4m" in screen  # Underlined: a cue or mention.


def test_no_color_leaves_the_rest(terminal: str) -> None:
    screen = "\n".join(view(terminal, "NO_COLOR=1", codes=True))
    assert "\x1b[36m" not in screen
    assert "\x1b[4m" in screen
    assert "“walk away”¹" in screen.replace("\x1b[39m", "")


def test_a_dumb_terminal_gets_plain_text(terminal: str) -> None:
    screen = "\n".join(view(terminal, "TERM=dumb", codes=True))
    assert "\x1b" not in screen
    assert "“walk away”¹" in screen


def test_hostile_text_does_not_steer_the_terminal(terminal: str) -> None:
    code = "import sys; from artparse.writing import pretty; from support.views import hostile; "
    code += "pretty.show(hostile(), sys.stdout)"
    screen = printed(terminal, "env", f"PYTHONPATH={Path(__file__).parent}", sys.executable, "-c", code)
    assert " ".join(" ".join(screen).split()).count(SHOWN) >= 10
    assert not any("\u202e" in line for line in screen)
