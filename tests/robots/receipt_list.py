"""Somebody at the list of receipts."""

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.purchasing.receipt_list_page import ReceiptListPage
from tests.robots.document_list import AtDocuments
from tests.story import Story


class ReceiptList(AtDocuments[ReceiptListPage]):
    """采购入库单 in a window of the smallest size."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        super().__init__(qtbot, story, ReceiptListPage)
