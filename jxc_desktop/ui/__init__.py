"""What the shop sees: the window, its pages and their parts."""

import builtins

import PySide6.QtCore  # noqa: F401  # it puts its own import in place of Python's

# That import reads the source of every module loaded later and keeps it, in case the module switches PySide's optional
# features on. Nothing here does; Python's own import takes a tenth of the start and 15 MB less.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
