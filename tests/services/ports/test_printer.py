"""What a printer may refuse."""

import pytest

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.ports.printer import (
    OutOfPaperError,
    PrinterFault,
    PrinterOfflineError,
    PrinterUnknownError,
)


@pytest.mark.parametrize("fault", [OutOfPaperError, PrinterOfflineError, PrinterUnknownError])
def test_every_fault_names_the_printer_and_is_told_to_the_shop(fault: type[PrinterFault]) -> None:
    raised = fault("小票机", "status 0x20")
    assert isinstance(raised, ShopError)
    assert (raised.printer, raised.detail) == ("小票机", "status 0x20")
