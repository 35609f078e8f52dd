"""The steps from each schema of the shop file to the next.

Attributes:
    NEWEST: the schema this program works with; every revision is a file in ``versions``.
"""

NEWEST = "0002"
