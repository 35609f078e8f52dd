"""When the sample shops of the tests are made."""

from datetime import datetime

AFTERNOON = datetime(2026, 3, 18, 14, 30)
