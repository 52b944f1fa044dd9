"""`artparse` and `python -m artparse`: the command, which can be stopped while it is still being loaded."""

from __future__ import annotations

import gc
import os
import signal
from types import FrameType

STATUS = {signal.SIGINT: 130, signal.SIGTERM: 143}


def stop(number: int, frame: FrameType | None) -> None:
    """End at once: nothing was begun yet."""
    os.write(2, b"artparse: stopped\n")
    os._exit(STATUS[signal.Signals(number)])


def main() -> None:
    """Run the command, and exit with its status."""
    gc.disable()  # Nothing of what is imported is ever garbage; `collect_seldom` turns it on.
    for known in STATUS:
        if signal.getsignal(known) != signal.SIG_IGN:
            signal.signal(known, stop)
    from artparse.command import main as run  # Takes most of the time until the work begins.

    run()


if __name__ == "__main__":
    main()
