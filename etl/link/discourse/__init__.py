"""Discourse: what clauses say together. Restatements merge, references resolve, open slots are completed."""

from etl.link.discourse.forms import table_row, take, telegram
from etl.link.discourse.memory import Memory
from etl.link.discourse.news import date_announcements, date_news
from etl.link.discourse.notices import close_case
from etl.link.discourse.sentences import sentence
from etl.link.discourse.strays import steps
from etl.link.discourse.surveys import survey

__all__ = [
    "Memory",
    "close_case",
    "date_announcements",
    "date_news",
    "sentence",
    "steps",
    "survey",
    "table_row",
    "take",
    "telegram",
]
