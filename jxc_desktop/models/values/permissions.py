"""The roles of the people who work with the program."""

from enum import Enum


class Role(Enum):
    """What somebody is in the shop. The value is what the books store."""

    OWNER = "owner"
    CLERK = "clerk"
    STOCKKEEPER = "stockkeeper"

    @property
    def may_see_cost(self) -> bool:
        """Whether what goods cost may be shown to this role at all."""
        return self is not Role.CLERK
