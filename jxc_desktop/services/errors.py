"""What the program refuses, and why: one tree of exceptions.

An error carries data, never a sentence; `services/words` has the one table that says it in words. What belongs to one
kind of work is declared beside that work; here is only what all of them share.
"""


class ShopError(Exception):
    """A refusal that a shop person can understand and act on; nothing was changed."""


class NotAllowedError(ShopError):
    """The operator may not do this.

    Attributes:
        call: the service call, such as ``sales.checkout``.
    """

    def __init__(self, call: str) -> None:
        super().__init__(call)
        self.call = call


class StoppedError(ShopError):
    """The work was stopped by hand; nothing of it is left."""


class NotFoundError(ShopError):
    """Something that was named is not there (any more).

    Attributes:
        kind: what kind of thing: product, document, partner …
        name: what was asked for.
    """

    def __init__(self, kind: str, name: object) -> None:
        super().__init__(kind, name)
        self.kind = kind
        self.name = name


class WrongStateError(ShopError):
    """A document's state does not allow this move.

    Attributes:
        number: the document's number.
        state: its state now.
        wanted: the state it was to move to.
    """

    def __init__(self, number: str, state: str, wanted: str) -> None:
        super().__init__(number, state, wanted)
        self.number = number
        self.state = state
        self.wanted = wanted


class InvalidInputError(ShopError):
    """One field does not hold what it must.

    Attributes:
        field: the field's name in code.
        reason: a key of the sentence that says what is wrong.
        value: what was given.
    """

    def __init__(self, field: str, reason: str, value: object = "") -> None:
        super().__init__(field, reason, value)
        self.field = field
        self.reason = reason
        self.value = value
