"""What a page hands to the print preview: it knows how its paper is made, the preview knows how paper is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from jxc_desktop.models.values.report_paper import PaperOptions
from jxc_desktop.ui.widgets.page import Surroundings

PRINT_PREVIEW = "print.preview"


@dataclass(frozen=True, slots=True)
class PreviewOf:
    """A paper to be looked at before it is printed.

    Attributes:
        title: what it is, such as a report with its month. file_name: proposed for its file, without the ending.
        make_pdf: draws it as somebody wants it; called by a worker, so it may touch nothing of the window.
        taken_at: the moment at which its figures were read.
    """

    title: str
    file_name: str
    make_pdf: Callable[[PaperOptions], bytes]
    taken_at: datetime


def show_preview(surroundings: Surroundings, preview: PreviewOf) -> None:
    """Open the preview over the page in front; Esc there leads back to the page, where one was."""
    surroundings.show_page(PRINT_PREVIEW, preview)
