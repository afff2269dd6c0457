"""Text to HTML, once, when it changes: Markdown from content files and forms, cleaned of everything that can harm."""

import re
from html import unescape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False})
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "h3", "h4", "blockquote", "code"}
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^>]+>")


def to_html(markdown: str) -> SafeString:
    """Safe HTML of one text. Raw HTML in it is shown as text; links open as ordinary links."""
    html = nh3.clean(_MARKDOWN.render(markdown), tags=_TAGS, attributes={"a": {"href"}}, link_rel="external")
    return mark_safe(html.strip())  # noqa: S308 -- cleaned by nh3 on the line above


def to_plain(markdown: str) -> str:
    """The words of a Markdown text on one line, for the search index and descriptions."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", _MARKDOWN.render(markdown)))).strip()


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut at a word, with an ellipsis where something was left out."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
