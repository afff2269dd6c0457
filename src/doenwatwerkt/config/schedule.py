"""What runs when: (name, every, task). A worker claims a row per period, so it runs once however many workers there are."""

from datetime import timedelta

from django.conf import settings

JOBS: list[tuple[str, timedelta, str]] = [
    ("zoekvragen-vergeten", timedelta(days=1), "doenwatwerkt.search.tasks.forget_old_misses"),
    ("links-nakijken", timedelta(hours=1), "doenwatwerkt.editing.tasks.check_links"),
    ("vindbaarheid-nazoeken", timedelta(days=7), "doenwatwerkt.editing.tasks.look_for_cards"),
    ("uitnodigingen-vergeten", timedelta(days=1), "doenwatwerkt.people.tasks.forget_invitations"),
    ("reacties-vergeten", timedelta(days=1), "doenwatwerkt.catalogue.tasks.forget_old_feedback"),
    ("sleutels-vergeten", timedelta(hours=6), "doenwatwerkt.keys.tasks.forget_old_keys"),
    ("aflopende-oordelen-melden", timedelta(days=1), "doenwatwerkt.editing.tasks.tell_of_endings"),
    ("adressen-van-nakijkers-vergeten", timedelta(days=1), "doenwatwerkt.editing.tasks.forget_addresses"),
    ("oude-concepten-vergeten", timedelta(days=1), "doenwatwerkt.editing.tasks.forget_old_drafts"),
    ("concepten-uitgeven", timedelta(minutes=1), "doenwatwerkt.editing.tasks.publish_due"),
]

if settings.SEMANTIC:
    JOBS.append(("betekenis-bijhouden", timedelta(seconds=40), "doenwatwerkt.search.tasks.give_meaning"))
