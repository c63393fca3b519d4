"""A disk whose power can be cut: ext4 on a loop device of its own."""
import fcntl
import os
import shutil
import struct
import subprocess

FS_IOC_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32)
# What of the file system's journal reaches the disk before the cut.
AFTER_SYNC, AFTER_JOURNAL, AT_ONCE = 0, 1, 2
OPTIONS = "commit=1,noauto_da_alloc"  # so that nothing but a sync keeps what was written
SIZE = 64 << 20  # [bytes]
TOOLS = ("mkfs.ext4", "losetup", "mount", "umount")


def _run(*command):
    result = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    if result.returncode != 0:
        raise OSError(f"{' '.join(map(str, command))}: {result.stderr.strip()}")
    return result.stdout.strip()


def why_not():
    """What this machine lacks for a loop device, in words; nothing where it can be tried."""
    if os.geteuid() != 0:
        return "only root may mount a loop device"
    if not os.path.exists("/dev/loop-control"):
        return "there is no /dev/loop-control"
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    return f"not installed: {', '.join(missing)}" if missing else None


class LoopDisk:
    """Mounted at `folder`; whatever happens, end() leaves neither a mount nor a loop device.

    Raises OSError where the system refuses one of the steps.
    """

    def __init__(self, below):
        self.folder = below / "disk"
        self.folder.mkdir()
        self._device = None
        self._is_mounted = False
        image = below / "disk.img"
        try:
            with open(image, "wb") as file:
                file.truncate(SIZE)
            _run("mkfs.ext4", "-q", "-F", image)
            self._device = _run("losetup", "-f", "--show", image)
            self.start()
        except OSError:
            self.end()
            raise

    def start(self):
        """Mount it, which plays its journal back."""
        _run("mount", "-t", "ext4", "-o", OPTIONS, self._device, self.folder)
        self._is_mounted = True

    def cut(self, how):
        """From here on nothing reaches the disk: every write and sync fails."""
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, FS_IOC_SHUTDOWN, struct.pack("I", how))
        finally:
            os.close(folder)

    def stop(self):
        """Unmount it, which forgets what was in memory alone when the power was cut."""
        _run("umount", self.folder)
        self._is_mounted = False

    def end(self):
        if self._is_mounted:
            # Lazily, for the case that a program which a failed test left has a file open.
            subprocess.run(["umount", "-l", str(self.folder)], check=False)
            self._is_mounted = False
        if self._device:
            subprocess.run(["losetup", "-d", self._device], check=False)
            self._device = None
