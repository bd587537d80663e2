"""A finished dataset as pages: static files in the folder ``site``, which need neither a server nor another host."""

SITE = "site"
"""The folder of the pages in that of the dataset."""
