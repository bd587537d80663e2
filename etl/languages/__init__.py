"""Texts in other languages than English: which language a text is in, and the figures that it states.

Transfers are found in English only. A document in another language is kept with its money, counts and dates.
"""
