"""What the catalogue may refuse."""

from jxc_desktop.services.errors import ShopError


class DuplicateCodeError(ShopError):
    """Another product has this code or barcode already.

    Attributes:
        code: the code; name: the product that has it.
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code, name)
        self.code = code
        self.name = name


class UnitFixedError(ShopError):
    """The base unit of a product that has moved stays as it is: its stock is counted in it.

    Attributes:
        name: the product; unit: its unit.
    """

    def __init__(self, name: str, unit: str) -> None:
        super().__init__(name, unit)
        self.name = name
        self.unit = unit
