"""Files that never change, compressed once with brotli and gzip and kept."""

from __future__ import annotations

import gzip
import hashlib
import logging
import mimetypes
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

import brotli
from starlette.requests import Request
from starlette.responses import Response

log = logging.getLogger("mild.web")

FOR_GOOD = "public, max-age=31536000, immutable"
_TEXT = (".js", ".mjs", ".css", ".svg", ".json", ".html", ".txt", ".map")
_BROTLI_QUALITY = 9  # good enough for what cannot wait
_BEST_QUALITY, _BEST_WINDOW = 11, 24  # a tenth smaller for the largest file, many times slower
_LARGE = 1_000_000  # bytes from which the best packing is worth a second go


class CompressedFiles:
    """Hands out the files of one folder, each compressed once in the life of a cache folder.

    Memory holds what was asked for. The cache folder, where it can be written, holds it for the
    next start; a file whose bytes change gets another name there.
    """

    def __init__(
        self, folder: Path, cache: Path, change: Callable[[Path, bytes], bytes] | None = None
    ) -> None:
        """Take the folder to hand out, the folder to keep compressed bytes in, and a last change.

        The change gets a file's path and bytes and returns the bytes to hand out.
        """
        self._folder = folder.resolve()
        self._cache = cache
        self._change = change or (lambda path, raw: raw)
        self._kept: dict[tuple[Path, str], bytes] = {}
        self._lock = Lock()
        self._full = False

    def read_ahead(self, kinds: tuple[str, ...]) -> None:
        """Read files before anyone asks for them: from then on they need no disk.

        Args:
            kinds: endings of their names.

        """
        for path in sorted(self._folder.rglob("*")):
            if path.suffix in kinds:
                self._kept[path, ""] = self._change(path, path.read_bytes())

    def pack(self) -> int:
        """Compress every file as small as can be into the cache folder, for an image that is built.

        Returns:
            How many files were packed.

        Raises:
            OSError: a file cannot be read, or the cache folder cannot be written.

        """
        self._cache.mkdir(parents=True, exist_ok=True)
        texts = [path for path in sorted(self._folder.rglob("*")) if path.suffix in _TEXT]
        for path in texts:
            raw = self._change(path, path.read_bytes())
            self._place(raw, "br").write_bytes(_smallest(raw))
            self._place(raw, "gzip").write_bytes(compress(raw, "gzip"))
        return len(texts)

    def _place(self, raw: bytes, encoding: str) -> Path:
        """Return where the cache folder holds these bytes; other bytes lie elsewhere."""
        return self._cache / f"{hashlib.sha256(raw).hexdigest()[:32]}.{encoding}"

    def response(self, request: Request, name: str) -> Response | None:
        """Return one file as the browser accepts it, or None where there is no such file.

        Args:
            request: whose Accept-Encoding decides.
            name: path below the folder.

        """
        path = self._file(name)
        if path is None:
            return None
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if path.suffix in (".js", ".mjs"):
            kind = "text/javascript"
        encoding = accepted(request) if path.suffix in _TEXT else ""
        headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
        if encoding:
            headers["Content-Encoding"] = encoding
        try:
            return Response(self._bytes(path, encoding), media_type=kind, headers=headers)
        except OSError as error:
            log.error("asset: %s cannot be read (%s); it is answered as missing", name, _why(error))
            return None

    def _file(self, name: str) -> Path | None:
        try:
            path = (self._folder / name).resolve()
            known = (path, "") in self._kept or path.is_file()
            return path if path.is_relative_to(self._folder) and known else None
        except (OSError, ValueError):  # no name for a file: too long, or with a null in it
            return None

    def _bytes(self, path: Path, encoding: str) -> bytes:
        key = (path, encoding)
        if key not in self._kept:
            with self._lock:  # two readers asking at once compress once
                if key not in self._kept:
                    raw = self._kept.get((path, ""))
                    if raw is None:
                        raw = self._change(path, path.read_bytes())
                    self._kept[key] = self._compressed(path, raw, encoding)
        return self._kept[key]

    def _compressed(self, path: Path, raw: bytes, encoding: str) -> bytes:
        if not encoding:
            return raw
        kept = self._place(raw, encoding)
        packed = self._packed_before(kept)
        if packed and unpacked(packed, encoding) == raw:
            return packed
        packed = compress(raw, encoding)
        if encoding == "br" and len(raw) >= _LARGE:
            Thread(target=self._better, args=(path, raw, kept), daemon=True).start()
        else:
            self._keep(kept, packed)
        return packed

    def _packed_before(self, kept: Path) -> bytes:
        """Return what the cache folder holds, perhaps cut short by a full disk, or nothing."""
        try:
            return kept.read_bytes()
        except OSError:
            return b""

    def _better(self, path: Path, raw: bytes, kept: Path) -> None:
        """Pack a large file as small as can be, behind the readers' back, for all who come later.

        The code of the charts takes four seconds once in the life of the cache folder, and is
        then 29 kB smaller for every reader.
        """
        packed = _smallest(raw)
        with self._lock:
            self._kept[path, "br"] = packed
        self._keep(kept, packed)

    def _keep(self, kept: Path, packed: bytes) -> None:
        """Keep compressed bytes in the cache folder for the next start, where it can be written."""
        part = kept.with_suffix(f".{id(packed)}")
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            part.write_bytes(packed)
            part.replace(kept)  # whole or not at all, also with two processes
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            if not self._full:
                told = "cache: %s cannot be written (%s); each start packs the files anew"
                log.warning(told, self._cache.name, _why(error))
            self._full = True


def _smallest(raw: bytes) -> bytes:
    packed: bytes = brotli.compress(raw, quality=_BEST_QUALITY, lgwin=_BEST_WINDOW)
    return packed


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


def unpacked(packed: bytes, encoding: str) -> bytes:
    """Return compressed bytes as they were; nothing where they are broken."""
    try:
        whole: bytes = brotli.decompress(packed) if encoding == "br" else gzip.decompress(packed)
    except (brotli.error, OSError, EOFError, zlib.error):
        return b""
    return whole


def accepted(request: Request) -> str:
    """Return the encoding to use for a request: `br`, `gzip` or empty."""
    offered = {
        part.split(";")[0].strip()
        for part in request.headers.get("accept-encoding", "").lower().split(",")
        if not part.replace(" ", "").endswith(";q=0")
    }
    return "br" if "br" in offered else "gzip" if "gzip" in offered else ""


def compress(raw: bytes, encoding: str) -> bytes:
    """Return bytes compressed as `br` or `gzip`; with no encoding, as they are."""
    if encoding == "br":
        packed: bytes = brotli.compress(raw, quality=_BROTLI_QUALITY)
        return packed
    return gzip.compress(raw, 9, mtime=0) if encoding == "gzip" else raw
