"""The single definition of every table: vocabularies, columns, types, ranges and descriptions."""
