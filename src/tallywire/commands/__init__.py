"""Commands that stand in files of their own; `cli.py` names them all."""
