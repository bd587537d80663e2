"""Recognition: a text in, typed mentions out. Pure functions, one module a kind of mention."""
