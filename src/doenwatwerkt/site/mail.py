"""The mail that the demo sent, read from the files that Django's file backend wrote."""

from dataclasses import dataclass
from email import message_from_string
from email.policy import default
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sent:
    subject: str
    to: str
    at: str
    text: str


def sent(folder: Path, most: int = 50) -> list[Sent]:
    """The newest mails first. A file holds one or more messages, with a line of dashes after each."""
    if not folder.exists():
        return []
    found: list[Sent] = []
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[:most]:
        for raw in file.read_text(encoding="utf-8", errors="replace").split("-" * 79 + "\n"):
            if raw.strip():
                message = message_from_string(raw.lstrip(), policy=default)
                body = message.get_body(("plain",))
                text = body.get_content() if body else ""
                found.append(Sent(str(message["Subject"]), str(message["To"]), str(message["Date"]), text))
    return found[:most]
