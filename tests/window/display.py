"""A virtual display of a test's own, and the program on it."""
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

BINARY = os.environ.get("DOSTYK_BINARY", "build/dev/dostyk")
# Under the address sanitizer: Mesa's driver keeps two small blocks and is gone before the report, so
# that no suppression finds its name. What the program itself leaks is seen without a window.
os.environ.setdefault("ASAN_OPTIONS", "detect_leaks=0")
NEEDED = ("Xvfb", "xdotool", "setxkbmap")


class Display:
    """An Xvfb of our own, ended with the test; it keeps its screen as a file in a folder."""

    def __init__(self, folder=None):
        self.more = ["-fbdir", str(folder)] if folder else []

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp",
             *self.more],
            pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def environment(shown, folder):
    """What a program on the display gets: its settings and its stores lie in a folder of the test."""
    return os.environ | {"DISPLAY": shown.name, "XDG_CONFIG_HOME": str(folder),
                         "XDG_STATE_HOME": str(pathlib.Path(folder, "state"))}


def window_of(env):
    """Id of the program's window, once it is there."""
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "dostyk"]
    for _ in range(10):  # it gives up where a window goes while it looks
        found = subprocess.run(search, env=env, capture_output=True, text=True, timeout=60)
        if found.stdout:
            return found.stdout.split()[0]
        time.sleep(1)
    raise AssertionError("no window of the program: " + found.stderr)


def stat_of(task):
    """The fields of /proc/PID/stat behind the name, which may have blanks in it."""
    return task.joinpath("stat").read_text().rpartition(")")[2].split()


def cpu_ticks(program):
    """What the program has used so far."""
    fields = stat_of(pathlib.Path("/proc", str(program.pid)))
    return int(fields[11]) + int(fields[12])


def wants_to_run(program):
    """Whether a thread of it runs or waits for a processor."""
    tasks = pathlib.Path("/proc", str(program.pid), "task").iterdir()
    try:
        return any(stat_of(task)[0] in "RD" for task in tasks)
    except OSError:
        return True  # a thread has just ended


def main():
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print("skipped: not on this machine: " + ", ".join(missing))
        sys.exit(0)
    unittest.main()
