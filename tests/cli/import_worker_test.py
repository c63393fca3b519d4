"""The import worker traced: hostile files reach no network and open no other file."""
import mmap
import re
import shutil
import socket
import subprocess
import sys
import time
import unittest
import zipfile

from support import BINARY, Case

LIMIT_S = 1.0
LIMIT_MB = 256
# Runs a program and tells how much memory it, or a program that it started, had at most [kB].
MEASURE = ("import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); "
           "sys.exit(done.returncode)")
SHEET_HEAD = ('<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
              'spreadsheetml/2006/main"><sheetData>')

# Entities of entities: ten to the ninth of the first.
LAUGHS = "<!DOCTYPE g [<!ENTITY l0 'ha'>" + "".join(
    f"<!ENTITY l{i + 1} '{f'&l{i};' * 10}'>" for i in range(9)) + "]>"


def is_sanitized():
    """Whether the program watches itself: then it writes to pipes and takes memory of its own."""
    with open(BINARY, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as program:
        return program.find(b"__asan_init") >= 0 or program.find(b"__tsan_init") >= 0


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
@unittest.skipIf(is_sanitized(), "a sanitizer makes calls of its own")
class Hostile(Case):
    def setUp(self):
        super().setUp()
        self.target = self.project()

    def trace(self, file):
        """What the worker did after it was closed: (path, result) of each open, other calls."""
        log = self.folder / "trace"
        result = subprocess.run(
            ["strace", "-f", "-qq", "-s", "4096", "-o", str(log), "-e",
             "trace=open,openat,openat2,creat,socket,connect,sendto,sendmsg,execve,execveat,fork,"
             "vfork,clone,clone3,ptrace,write", BINARY, "boundaries", "use", str(file),
             "--project", str(self.target)], timeout=120, capture_output=True, text=True,
            env={"PATH": "/usr/bin:/bin", "LANG": "en_GB.UTF-8",
                 "XDG_STATE_HOME": str(self.folder / "state"),
                 "XDG_CONFIG_HOME": str(self.folder / "config")})
        lines = log.read_text("utf-8", "replace").splitlines()
        start = next((i for i, line in enumerate(lines)
                      if 'write(1, "dostyk import worker: closed' in line), None)
        self.assertIsNotNone(start, result)
        child = lines[start].split()[0]
        after = [line.split(maxsplit=1)[1] for line in lines[start + 1:]
                 if line.split()[0] == child]
        return result, after

    def assert_contained(self, file, companions=()):
        result, after = self.trace(file)
        self.assertEqual(result.returncode, 1, result)
        allowed = [str(file.resolve()), *map(str, companions)]
        for line in after:
            if re.match(r"open(at2?)?\(", line):
                path = re.search(r'"([^"]*)"', line).group(1)
                is_data = path.startswith(("/usr/share/gdal/", "/usr/share/proj/"))
                is_refused = "= -1" in line
                self.assertTrue(path in allowed or is_data or is_refused, line)
            else:
                self.assertRegex(line, r"^(write\(1|\+\+\+|---|exit)", line)
        return result

    def test_a_crs_link_reaches_no_socket(self):
        listener = socket.socket()
        self.addCleanup(listener.close)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.2)
        port = listener.getsockname()[1]
        self.assert_contained(self.write(self.folder / "link.geojson", {
            "type": "FeatureCollection",
            "crs": {"type": "link", "properties": {"href": f"http://127.0.0.1:{port}/",
                                                   "type": "proj4"}},
            "features": [{"type": "Feature", "properties": {},
                          "geometry": {"type": "Point", "coordinates": [74, 43]}}]}))
        with self.assertRaises(TimeoutError):
            listener.accept()

    def test_a_vrt_by_another_name_opens_nothing(self):
        secret = self.write(self.folder / "secret.csv", "id\n1\n")
        vrt = (f"<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{secret}"
               "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>")
        for ending in ("csv", "geojson", "kml", "gpkg", "shp", "fgb", "xlsx", "ods", "gpx", "ics"):
            with self.subTest(ending=ending):
                self.assert_contained(self.write(self.folder / f"v.{ending}", vrt))

    def test_external_entities_and_laughs_are_refused(self):
        files = {"xxe.kml": "<!DOCTYPE k [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml>&x;</kml>",
                 "laughs.gpx": f"{LAUGHS}<gpx>&l9;</gpx>"}
        for name, content in files.items():
            with self.subTest(name=name):
                result = self.assert_contained(self.write(self.folder / name, content))
                self.assertIn("DOCTYPE", result.stderr)
        book = self.book("laughs.xlsx", LAUGHS + SHEET_HEAD)
        self.assertIn("DOCTYPE", self.assert_contained(book).stderr)

    def test_links_and_companions_lead_nowhere(self):
        secret = self.write(self.folder / "else" / "secret.dbf", b"\x03" + bytes(64))
        shape = self.write(self.folder / "s" / "a.shp", bytes([0, 0, 0x27, 0x0a]) + bytes(96))
        (shape.parent / "a.dbf").symlink_to(secret)
        (shape.parent / "a.prj").symlink_to("/etc/hostname")
        self.assert_contained(shape)
        csv = self.write(self.folder / "s" / "b.csv", "WKT,name\nPOINT (1 2),x\n")
        for name in ("b.csvt", "b.prj", "b.csv.aux.xml", "b.vrt"):
            (csv.parent / name).symlink_to("/etc/hostname")
        self.assert_contained(csv.parent / ".." / "s" / "b.csv")

    def book(self, name, *sheet):
        """A workbook whose one sheet is these pieces."""
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("xl/workbook.xml", "<workbook/>")
            with archive.open("xl/worksheets/sheet1.xml", "w") as out:
                for piece in sheet:
                    out.write(piece.encode())
        return path

    def refuse(self, path, words):
        """What it took to refuse a file: seconds, MB of memory."""
        start = time.monotonic()
        result = subprocess.run([sys.executable, "-c", MEASURE, BINARY, "boundaries", "use",
                                 str(path), "--project", str(self.target)], timeout=120,
                                env=self.environment(), capture_output=True, text=True)
        seconds = time.monotonic() - start
        self.assertEqual(result.returncode, 1, result)
        self.assertIn(words, result.stderr)
        return seconds, int(result.stderr.split()[-1]) / 1024

    def test_bombs_are_refused_fast_and_in_little_memory(self):
        piece = "<row><c><v>1</v></c></row>" * 10_000
        many = self.book("many.xlsx", SHEET_HEAD, *[
            "".join(f'<row r="{i}"><c r="A{i}"><v>{i * 7919}</v></c></row>'
                    for i in range(start, start + 10_000))
            for start in range(1, 1_500_001, 10_000)], "</sheetData></worksheet>")
        bomb = self.book("bomb.xlsx", SHEET_HEAD, *[" " * 1_000_000] * 400)
        tight = self.book("tight.xlsx", SHEET_HEAD, *[piece] * 150)
        warm, _ = self.refuse(self.write(self.folder / "x.xlsx", "x"), "not what")
        laughs = self.write(self.folder / "laughs.kml", f"{LAUGHS}<kml>&l9;</kml>")
        for path, words in ((many, "200000 rows"), (bomb, "packed"), (tight, "packed"),
                            (laughs, "DOCTYPE")):
            with self.subTest(path=path.name):
                for _ in range(3):  # a machine that is busy with other things may be slow once
                    seconds, memory_mb = self.refuse(path, words)
                    # What starting the program takes is no part of the judgement.
                    if seconds - warm < LIMIT_S:
                        break
                self.assertLess(seconds - warm, LIMIT_S)
                self.assertLess(memory_mb, LIMIT_MB)
                print(f"{path.name}: refused in {seconds - warm:.2f} s and {memory_mb:.0f} MB")

    def test_a_picture_by_another_name_is_not_decoded(self):
        import struct
        import zlib
        def chunk(kind, data):
            return (struct.pack(">I", len(data)) + kind + data +
                    struct.pack(">I", zlib.crc32(kind + data)))
        png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 50000, 50000, 8, 6, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(bytes(1 << 24))) + chunk(b"IEND", b""))
        for ending in ("csv", "gpkg", "xlsx", "geojson"):
            with self.subTest(ending=ending):
                self.assert_contained(self.write(self.folder / f"p.{ending}", png))


if __name__ == "__main__":
    unittest.main()
