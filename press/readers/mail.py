"""A message of electronic mail (RFC 5322) as one article: newsletters, releases, what colleagues send on."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from press.article import Article

from . import days, limits, lines, markup, notices
from .decode import decode
from .errors import Refusal
from .values import cell

#: Parts of a message that are looked at.
_MOST_PARTS = 200


def read(data: bytes, name: str = "message.eml") -> Article | Refusal:
    """Read a message: its subject is the headline, its text the article's; attachments are left out.

    The day is that of sending, as the sender's clock shows it.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        text = _text(message)
    except Exception as error:  # the library raises many things on broken messages
        return Refusal(name, 0, "", f"cannot be read as a message ({type(error).__name__})")
    if not text.strip():
        return Refusal(name, 0, "text", "is missing or empty")
    if len(text) > limits.ARTICLE_CHARACTERS:
        return Refusal(name, 0, "text", f"is longer than {limits.ARTICLE_CHARACTERS:,} characters")
    subject, sender, date = (_header(message, field) for field in ("Subject", "From", "Date"))
    day = days.read(date)
    shown, address = parseaddr(sender)
    return Article(
        text=text,
        title=subject,
        author=shown or address,
        published=day,
        date_basis="metadata" if day else "unknown",
        extra={"date_as_written": date} if date and not day else {},
    )


def _header(message: EmailMessage, field: str) -> str:
    """A header in one line, '' where it is broken."""
    try:
        return " ".join(str(message[field] or "").split())
    except Exception:  # as above
        return ""


def _text(message: EmailMessage) -> str:
    """The text of a message: its plain part, else the words of its HTML."""
    found: dict[str, str] = {}
    for number, part in enumerate(message.walk()):
        kind = part.get_content_type()
        if number >= _MOST_PARTS or kind in found or kind not in ("text/plain", "text/html"):
            continue
        if isinstance(part, EmailMessage) and part.get_content_disposition() != "attachment":
            content = decode(part.get_payload(decode=True) or b"", part.get_content_charset() or "")  # type: ignore[arg-type]
            flowed = str(part.get_param("format") or "").lower() == "flowed"
            found[kind] = content.replace(" \n", " ") if flowed else content
    if found.get("text/plain", "").strip():
        return lines.joined(cell(found["text/plain"]))
    return notices.without(markup.plain(found.get("text/html", "")))
