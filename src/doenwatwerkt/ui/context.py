"""What every page may show without asking the database: who acts and where they work, messages, a preview, the demo."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest

from doenwatwerkt.lib.actor import VISITOR
from doenwatwerkt.ui import beside


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "actor": getattr(request, "actor", VISITOR),
        "demo": settings.DEMO,
        "preview": getattr(request, "preview", ""),
        "bar_ways": beside.ways(getattr(request, "actor", VISITOR)),
        "messages": get_messages(request),
        "path": request.path,
        "site_url": settings.SITE_URL,
        "reference": getattr(request, "reference", ""),
    }
