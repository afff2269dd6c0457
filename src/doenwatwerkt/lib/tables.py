"""Lists in tab-separated files, and the error that names file, key and reason. Light: every process may load it."""

from collections.abc import Iterator
from pathlib import Path


class ContentError(Exception):
    """A content file that cannot be loaded: `file`, `key` and `reason` in words for an editor."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}" if key else f"{file}: {reason}")
        self.file, self.key, self.reason = file, key, reason


def read_tsv(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated list with a header; lines that start with # are remarks."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path.name, "", f"is niet te lezen: {error}") from error
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    header = rows[0].split("\t") if rows else []
    for line in rows[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise ContentError(path.name, cells[0], f"heeft {len(cells)} kolommen, de kop heeft er {len(header)}")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
