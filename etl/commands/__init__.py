"""Commands that stand in modules of their own; ``etl/cli.py`` has the rest and names them all."""
