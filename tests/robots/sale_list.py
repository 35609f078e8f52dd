"""Somebody at the list of sales."""

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.sales.sale_list_page import SaleListPage
from tests.robots.document_list import CONTROL, AtDocuments
from tests.story import Story

__all__ = ["CONTROL", "SaleList"]


class SaleList(AtDocuments[SaleListPage]):
    """零售单 in a window of the smallest size."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        super().__init__(qtbot, story, SaleListPage)
