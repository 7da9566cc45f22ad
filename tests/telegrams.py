"""Telegram as it is saved, for tests: preview pages and exports of channels that do not exist, in our own words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any


def post(
    number: int,
    text: str = "",
    *,
    channel: str = "kharkiv_desk",
    time: str = "2022-11-11T09:30:00+00:00",
    edited: bool = False,
    before: str = "",
    after: str = "",
    service: bool = False,
) -> str:
    """One message as a preview page shows it; `text` is markup, `before` and `after` stand around it."""
    said = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    mark = "edited &nbsp;" if edited else ""
    return f"""
<div class="tgme_widget_message_wrap js-widget_message_wrap">
 <div class="tgme_widget_message text_not_supported_wrap js-widget_message{" service_message" if service else ""}"
   data-post="{channel}/{number}" data-view="eyJjIjoxfQ">
  <div class="tgme_widget_message_user"><i class="tgme_widget_message_user_photo"></i></div>
  <div class="tgme_widget_message_bubble">
   <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name"
     href="https://t.me/{channel}"><span dir="auto">Kharkiv Desk</span></a></div>
   {before}{said}{after}
   <div class="tgme_widget_message_footer compact js-message_footer">
    <div class="tgme_widget_message_info short js-message_info">
     <span class="tgme_widget_message_views">12.4K</span><span class="copyonly"> views</span>
     <span class="tgme_widget_message_meta">{mark}<a class="tgme_widget_message_date"
       href="https://t.me/{channel}/{number}"><time datetime="{time}" class="time">09:30</time></a></span>
    </div>
   </div>
  </div>
 </div>
</div>"""


def page(*posts: str, query: str = "", channel: str = "kharkiv_desk") -> str:
    """A preview page, `t.me/s/CHANNEL`; with a `query`, the results of a search in the channel."""
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Kharkiv Desk – Telegram</title>
<meta property="og:title" content="Kharkiv Desk"><meta property="og:site_name" content="Telegram">
<link rel="canonical" href="/s/{channel}{f"?q={query}" if query else ""}"></head>
<body class="widget_frame_base tgme_webpreview emoji_image">
<header class="tgme_header"><form class="tgme_header_search_form" action="/s/{channel}">
 <input class="tgme_header_search_form_input js-header_search" placeholder="Search" name="q" value="{query}"></form>
 <div class="tgme_channel_info_header_title"><span dir="auto">Kharkiv Desk</span></div>
 <div class="tgme_channel_info_counter"><span class="counter_value">48 000</span> subscribers</div></header>
<main class="tgme_main" data-url="/{channel}">
<section class="tgme_channel_history js-message_history">{"".join(posts)}</section></main></body></html>"""


def forwarded(name: str, href: str | None = None) -> str:
    """The line above a message that was passed on; a person's, or a hidden one's, has no link to a message."""
    shown = f'<span dir="auto">{escape(name)}</span>'
    named = "tgme_widget_message_forwarded_from_name"
    link = f'<a class="{named}" href="{href}">{shown}</a>' if href else f'<span class="{named}">{shown}</span>'
    return f'<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from {link}</div>'


def reply(text: str) -> str:
    """What a message answers, as it is shown above it."""
    return (
        '<a class="tgme_widget_message_reply" href="https://t.me/kharkiv_desk/7">'
        '<div class="tgme_widget_message_author">'
        '<span class="tgme_widget_message_author_name">Kharkiv Desk</span></div>'
        f'<div class="tgme_widget_message_text js-message_reply_text" dir="auto">{text}</div></a>'
    )


def preview(site: str, title: str, text: str) -> str:
    """What a message shows of a page that it links to."""
    return (
        '<a class="tgme_widget_message_link_preview" href="https://e.org/a">'
        f'<div class="link_preview_site_name">{site}</div>'
        f'<div class="link_preview_title">{title}</div><div class="link_preview_description">{text}</div></a>'
    )


def message(number: int, text: Any, **fields: Any) -> dict[str, Any]:
    """A message as Telegram Desktop exports it."""
    return {
        "id": number,
        "type": "message",
        "date": "2022-11-11T11:30:00",
        "date_unixtime": "1668159000",
        "from": "Kharkiv Desk",
        "from_id": "channel1500",
        "text": text,
        "text_entities": [],
        "reactions": [{"type": "emoji", "count": 31, "emoji": "🙏"}],
        **fields,
    }


def service(number: int) -> dict[str, Any]:
    """A notice of the channel's own, as it is exported."""
    return {
        "id": number,
        "type": "service",
        "actor": "Kharkiv Desk",
        "action": "pin_message",
        "message_id": 1,
        "text": "",
    }


def chat(messages: Iterable[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    """A chat as it is exported."""
    return {"name": "Kharkiv Desk", "type": "public_channel", "id": 1500, **fields, "messages": list(messages)}


def export(*chats: dict[str, Any], indent: int | None = 1) -> bytes:
    """The file `result.json`: of one chat that chat itself, of several everything around them too."""
    if len(chats) == 1:
        return json.dumps(chats[0], ensure_ascii=False, indent=indent).encode()
    whole = {
        "about": "What was asked for.",
        "personal_information": {"first_name": "Nobody"},
        "contacts": {"about": "", "list": [{"first_name": "N. N.", "phone_number": "000"}] * 3},
        "chats": {"about": "", "list": list(chats)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=indent).encode()
