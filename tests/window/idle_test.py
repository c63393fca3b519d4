#!/usr/bin/python3
"""The real window on a virtual display: while nothing happens, the program sleeps."""
import os
import pathlib
import subprocess
import tempfile
import time
import unittest

import display


def cpu_seconds(pid):
    """Of all threads so far; proc(5): fields 14 and 15, counted after the name in brackets."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Idle(unittest.TestCase):
    def test_a_window_that_is_left_alone_sleeps(self):
        with display.Display() as shown, tempfile.TemporaryDirectory() as config:
            env = display.environment(shown, config)
            program = subprocess.Popen([display.BINARY], env=env)
            try:
                display.window_of(env)
                # Whatever the start takes: once it is over, a second passes with hardly any work.
                # A loop that never sleeps takes the whole of each second.
                for _ in range(60):
                    before = cpu_seconds(program.pid)
                    time.sleep(1)
                    if cpu_seconds(program.pid) - before < 0.2:
                        break
                else:
                    self.fail("the program never came to rest")
            finally:
                program.kill()
                program.wait()


if __name__ == "__main__":
    display.main()
