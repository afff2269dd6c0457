"""What loading content did: added, changed, offered, left alone, gone."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """Names of things per outcome. `gone` = the file disappeared: reported, never removed."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def note(self, outcome: str, name: str) -> None:
        getattr(self, outcome).append(name)

    def take(self, other: "Report") -> None:
        """Add the outcome of another room to this one."""
        for outcome in ("added", "changed", "offered", "left", "gone"):
            getattr(self, outcome).extend(getattr(other, outcome))

    @property
    def touched(self) -> bool:
        return bool(self.added or self.changed or self.offered)
