"""Loading the program keeps nothing in memory that nobody reads."""

import subprocess
import sys

LOADED = """
import linecache
import jxc_desktop.app
import jxc_desktop.services.shop
import sqlalchemy
print([name for name in linecache.cache if name.endswith(".py") and ("sqlalchemy" in name or "services" in name)])
"""


def test_the_source_of_what_is_loaded_is_not_kept() -> None:
    said = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
