"""Who acts: passed as `by` into every operation, never looked up inside one."""

from dataclasses import dataclass, field
from typing import Literal

Via = Literal["page", "api", "link", "mail", "task", "load"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person (or nobody), the organisation they act for, their active roles, those that wait for a second factor, and the way in."""

    user_id: int | None = None
    organisation_id: int | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    waiting: frozenset[str] = field(default_factory=frozenset)
    via: Via = "page"
    name: str = ""
    organisation: str = field(default="", compare=False)
    choices: tuple[tuple[int, str], ...] = field(default=(), compare=False)
    """For the top of the page: the name of the organisation they act for, and (id, name) of all they may act for."""

    @property
    def is_known(self) -> bool:
        return self.user_id is not None


VISITOR = Actor()
LOADER = Actor(via="load")
WORKER = Actor(via="task")
