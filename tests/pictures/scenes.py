"""What pictures are taken: every page of the window, then what can lie over one or stand in its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt

from jxc_desktop.services.catalog.product_list import ProductFilter
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.faults import DiskFullError
from jxc_desktop.services.words.refusals import refusal
from jxc_desktop.ui.errors.troubles import Trouble, tell
from jxc_desktop.ui.window.pages import PAGES
from tests.pictures.camera import CONTROL, Camera, make_shop

UNKNOWN, PASSWORD = "6950000000002", "246810"
Walk = Callable[[Camera], None]
Picture = TypeVar("Picture", "Scene", "Start")


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Attributes:
        name: what the picture is called. walk: how one gets there from the window as it was started.
    """

    name: str
    walk: Walk


@dataclass(frozen=True, slots=True)
class Start:
    """One picture of a window without a shop, or with another one.

    Attributes:
        prepare: what lies in a folder before the program is started; the shop file that it is started on.
    """

    name: str
    prepare: Callable[[Path], Path]
    walk: Walk


def _page(key: str) -> Walk:
    return lambda camera: camera.show(key)


def codes(camera: Camera) -> list[str]:
    """Barcodes of goods of the shop."""
    rows = camera.shop.catalog.product_list(ProductFilter(), 0, 40)
    return [row.barcode for row in rows if row.barcode]


def fill_cart(camera: Camera) -> None:
    """Some goods at the counter."""
    camera.show("sales.checkout")
    for code in codes(camera)[3:20:2]:
        camera.scan(code)
    camera.scan(codes(camera)[3])


def pay(camera: Camera) -> None:
    fill_cart(camera)
    camera.key(Qt.Key.Key_F9)
    camera.dialog()
    camera.key(Qt.Key.Key_1)


def scan_unknown(camera: Camera) -> None:
    fill_cart(camera)
    camera.scan(UNKNOWN)


def quick_create(camera: Camera) -> None:
    scan_unknown(camera)
    camera.key(Qt.Key.Key_N, CONTROL)
    camera.dialog()


def receive(camera: Camera) -> None:
    camera.show("purchasing.receive")
    for code in codes(camera)[:6]:
        camera.scan(code)


def print_preview(camera: Camera) -> None:
    camera.show("reports.month")
    camera.rest()
    camera.key(Qt.Key.Key_P, CONTROL)
    camera.rest(1)


def printers(camera: Camera) -> None:
    status(camera)
    camera.key(Qt.Key.Key_F6)
    camera.rest()


def look_at_stock(camera: Camera) -> None:
    camera.show("inventory.stock")
    camera.key(Qt.Key.Key_Down)


def help_over(camera: Camera) -> None:
    camera.show("sales.checkout")
    camera.window.open_help()
    camera.dialog()


def find(camera: Camera) -> None:
    camera.show("inventory.stock")
    camera.window.open_palette()
    camera.rest()
    camera.type("kl")


def run_out_of_disk(camera: Camera) -> None:
    camera.show("sales.checkout")
    stop = refusal(_full(camera)).stop
    assert stop is not None
    tell(Trouble(stop, is_awaited=True, again=lambda: None))
    camera.dialog()


def status(camera: Camera) -> None:
    camera.show("sales.checkout")
    camera.window.status_asked.emit("")
    camera.dialog()


def a_document(page: str) -> Walk:
    """The newest row of a list, opened."""

    def opened(camera: Camera) -> None:
        camera.show(page)
        camera.key(Qt.Key.Key_Return)

    return opened


def a_return(camera: Camera) -> None:
    a_document("sales.list")(camera)
    camera.key(Qt.Key.Key_F8)
    camera.key(Qt.Key.Key_F6)


def a_product(camera: Camera) -> None:
    (first, *_rest) = camera.shop.catalog.product_list(ProductFilter(), 5, 1)
    camera.show("catalog.products", first.product_id)


def _full(camera: Camera) -> ShopError:
    return DiskFullError(camera.shop.path)


def founded(folder: Path) -> Path:
    """A shop that asks who is there."""
    path = folder / "shop.db"
    Shop.found(path, "惠民便利店", SystemClock(), password=PASSWORD).close()
    return path


def nothing_yet(folder: Path) -> Path:
    """Where there is no shop so far."""
    return folder / "shop.db"


def damaged(folder: Path) -> Path:
    """A shop file that cannot be read any more, and a backup beside it."""
    path = folder / "shop.db"
    make_shop(path)
    path.write_bytes(b"nothing that could be read" * 1000)
    return path


def sign_in(camera: Camera) -> None:
    camera.type(PASSWORD)
    camera.key(Qt.Key.Key_Return)
    camera.wait(lambda: camera.window.current_page() is not None)
    camera.rest(1)


def lock(camera: Camera) -> None:
    sign_in(camera)
    camera.key(Qt.Key.Key_L, CONTROL)


def answer(count: int) -> Walk:
    """The first questions of a new shop, answered with Enter."""

    def walked(camera: Camera) -> None:
        camera.type("Chenguang")
        for _question in range(count):
            camera.key(Qt.Key.Key_Return)
            camera.rest()

    return walked


OVER_PAGES = (
    Scene("checkout-cart", fill_cart),
    Scene("checkout-unknown-scan", scan_unknown),
    Scene("payment", pay),
    Scene("quick-create", quick_create),
    Scene("receive-goods", receive),
    Scene("sale", a_document("sales.list")),
    Scene("return", a_return),
    Scene("goods-receipt", a_document("purchasing.list")),
    Scene("product", a_product),
    Scene("stock-of-a-product", look_at_stock),
    Scene("print-preview", print_preview),
    Scene("help", help_over),
    Scene("find-anything", find),
    Scene("error", run_out_of_disk),
    Scene("status", status),
    Scene("printers", printers),
)
SCENES = (*(Scene(page.key.replace(".", "-").replace("_", "-"), _page(page.key)) for page in PAGES), *OVER_PAGES)
STARTS = (
    Start("first-start-name", nothing_yet, lambda camera: camera.rest()),
    Start("first-start-password", nothing_yet, answer(1)),
    Start("first-start-paper", nothing_yet, answer(2)),
    Start("first-start-beginning", nothing_yet, answer(3)),
    Start("sign-in", founded, lambda camera: camera.rest()),
    Start("lock", founded, lock),
    Start("damaged-file", damaged, lambda camera: camera.rest()),
)


def numbered(scenes: Sequence[Picture], first: int = 1) -> list[tuple[str, Picture]]:
    """Each with the name of its picture."""
    return [(f"{number:02}-{scene.name}", scene) for number, scene in enumerate(scenes, first)]
