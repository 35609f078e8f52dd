"""How unfinished work of one desk is told from that of another where they are kept together."""

# Before the key of an operator's delivery being counted. A cart's key is a bare hexadecimal number.
RECEIVING_PREFIX = "receiving:"
