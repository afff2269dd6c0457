"""`./run weigh`: how big the house is, room by room, and whether anything outgrew its cap."""

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "doenwatwerkt"
FILE_CAP, FUNCTION_CAP = 400, 40
KINDS = {".py": "Python", ".html": "sjablonen", ".css": "CSS"}
LEFT_OUT = {"migrations", "content", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Sized:
    """A file or function with its length in lines; `name` says where it is."""

    name: str
    lines: int


@dataclass(slots=True)
class Weight:
    """What one row of the table adds up."""

    files: list[Sized] = field(default_factory=list)
    functions: list[Sized] = field(default_factory=list)
    test_lines: int = 0


def files() -> list[Path]:
    """Every file that counts: Python, templates and CSS of the house, its tests, tools and benches."""
    roots = (SOURCE, ROOT / "tests", ROOT / "tools", ROOT / "bench")
    found = [path for root in roots for path in root.rglob("*") if path.suffix in KINDS]
    return sorted(path for path in [*found, *ROOT.glob("*.py")] if not LEFT_OUT & set(path.parts))


def functions(path: Path) -> Iterator[Sized]:
    """The functions of a Python file, from `def` to their last line."""
    for node in ast.walk(ast.parse(path.read_text(), path.name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            yield Sized(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", last - node.lineno + 1)


def room_of(path: Path) -> str:
    """The room that a file belongs to, or the folder beside the rooms."""
    parts = path.relative_to(SOURCE if path.is_relative_to(SOURCE) else ROOT).parts
    return parts[0] if len(parts) > 1 else "(los)"


def weigh(paths: Iterable[Path]) -> dict[tuple[str, str], Weight]:
    """(kind, room) → weight. Tests are counted apart, so that they never make a room look big."""
    table: dict[tuple[str, str], Weight] = {}
    for path in paths:
        row = table.setdefault((KINDS[path.suffix], room_of(path)), Weight())
        lines = len(path.read_text().splitlines())
        if "tests" in path.relative_to(ROOT).parts:
            row.test_lines += lines
        else:
            row.files.append(Sized(str(path.relative_to(ROOT)), lines))
            row.functions += functions(path) if path.suffix == ".py" else []
    return table


def rooms_in_a_circle() -> list[str]:
    """Rooms that import each other, directly or by a detour. Empty is the law."""
    knows: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        if "tests" not in path.parts:
            knows.setdefault(room_of(path), set()).update(_imported_rooms(path))
    reach = {room: _reach(room, knows) for room in knows}
    return sorted(room for room in reach if room in reach[room])


def too_large() -> list[Sized]:
    """Files and functions over their cap, tests included."""
    paths = files()
    whole = (Sized(str(path.relative_to(ROOT)), len(path.read_text().splitlines())) for path in paths)
    within = (one for path in paths if path.suffix == ".py" for one in functions(path))
    return [one for one in whole if one.lines > FILE_CAP] + [one for one in within if one.lines > FUNCTION_CAP]


def main(words: list[str]) -> int:
    """Print the table; 1 when something is over its cap or rooms go round in a circle."""
    if words:
        raise SystemExit("./run weigh kent geen extra woorden: het weegt altijd alles.")
    table = weigh(files())
    heads = f"{'kamer':<14}{'bestanden':>9}{'regels':>8}{'testregels':>11}{'midden':>7}"
    print(f"{'':<11}{heads}  langste bestand / langste functie")
    for kind in KINDS.values():
        rows = {room: row for (of, room), row in sorted(table.items()) if of == kind}
        total = Weight(
            [one for row in rows.values() for one in row.files],
            [one for row in rows.values() for one in row.functions],
            sum(row.test_lines for row in rows.values()),
        )
        for room, row in {**rows, "samen": total}.items():
            print(f"{kind:<11}{room:<14}{_line(row)}")
        print()
    every = [one for row in table.values() for one in row.functions]
    print(f"Functies: midden {_middle(every)}, 95 van de 100 tot {_p95(every)} regels.")
    faults = [f"te groot: {one.name} ({one.lines} regels)" for one in too_large()]
    if circle := rooms_in_a_circle():
        faults.append(f"kamers in een kring: {', '.join(circle)}")
    praise = f"Niets te groot (bestand {FILE_CAP}, functie {FUNCTION_CAP} regels), geen kamers in een kring."
    print("\n".join(faults) or praise)
    return 1 if faults else 0


def _line(row: Weight) -> str:
    longest = max(row.files, key=lambda one: one.lines, default=Sized("", 0))
    function = max(row.functions, key=lambda one: one.lines, default=Sized("", 0))
    names = [f"{Path(longest.name).name} {longest.lines}"] if longest.lines else []
    names += [f"{function.name.split()[-1]} {function.lines}"] if function.lines else []
    lines = sum(one.lines for one in row.files)
    return f"{len(row.files):>9}{lines:>8}{row.test_lines:>11}{_middle(row.files):>7}  {' / '.join(names)}"


def _middle(sizes: list[Sized]) -> int:
    return round(statistics.median(one.lines for one in sizes)) if sizes else 0


def _p95(sizes: list[Sized]) -> int:
    lengths = sorted(one.lines for one in sizes)
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0


def _imported_rooms(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(), path.name)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("doenwatwerkt.")} - {room_of(path)}


def _reach(room: str, knows: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = list(knows.get(room, ()))
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead += knows.get(here, ())
    return seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
