"""What to do when more would leave than there is."""

from enum import Enum


class OversoldRule(Enum):
    """The shop's choice, one for the counter and one for the back office."""

    FORBID = "forbid"
    WARN = "warn"
    ALLOW = "allow"
