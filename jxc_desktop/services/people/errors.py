"""What people and the record of their acts may refuse."""

from datetime import date

from jxc_desktop.services.errors import ShopError


class ClosedPeriodError(ShopError):
    """The month is closed; nothing is dated into it.

    Attributes:
        day: the date that was wanted.
    """

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class DuplicateNumberError(ShopError):
    """A document with this number is in the books already.

    Attributes:
        number: the number.
    """

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class AlreadyPostedError(ShopError):
    """This form was posted already; the books hold it once.

    Attributes:
        document_id: the document it became.
        number: its number.
    """

    def __init__(self, document_id: int, number: str) -> None:
        super().__init__(document_id, number)
        self.document_id = document_id
        self.number = number


class WrongPasswordError(ShopError):
    """Name and password do not belong together.

    Attributes:
        name: who wanted to sign in.
        wait_s: how long the next try has to wait.

    Units: seconds.
    """

    def __init__(self, name: str, wait_s: int = 0) -> None:
        super().__init__(name, wait_s)
        self.name = name
        self.wait_s = wait_s


class TriedTooSoonError(ShopError):
    """After several wrong passwords the next one has to wait; this one was not looked at.

    Attributes:
        name: who wanted to sign in.
        wait_s: how long it still has to wait.

    Units: seconds.
    """

    def __init__(self, name: str, wait_s: int) -> None:
        super().__init__(name, wait_s)
        self.name = name
        self.wait_s = wait_s


class WrongPinError(ShopError):
    """Nobody else has this 授权码.

    Attributes:
        wait_s: how long the next try has to wait.

    Units: seconds.
    """

    def __init__(self, wait_s: int = 0) -> None:
        super().__init__(wait_s)
        self.wait_s = wait_s


class LastOwnerError(ShopError):
    """Nobody would be left who may change anything."""


class MonthNotClosableError(ShopError):
    """A month closes in order only, and not before it is over.

    Attributes:
        month: such as 202611.
    """

    def __init__(self, month: int) -> None:
        super().__init__(month)
        self.month = month
