"""What every page may show without asking the database: who acts, messages, and whether this is a demo."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest

from doenwatwerkt.lib.actor import VISITOR


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "actor": getattr(request, "actor", VISITOR),
        "demo": settings.DEMO,
        "messages": get_messages(request),
        "path": request.path,
        "site_url": settings.SITE_URL,
        "reference": getattr(request, "reference", ""),
    }
