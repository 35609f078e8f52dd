"""A zip file whose bytes depend on its contents only, not on the moment it was written."""

import zipfile
from datetime import datetime
from os import PathLike, fspath
from typing import Any

from typing_extensions import override

FIXED_MOMENT = datetime(2000, 1, 1)


class SteadyZip(zipfile.ZipFile):
    """Gives every part the same moment and the same rights."""

    @override
    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **options: Any) -> None:
        """Add a part from memory."""
        super().writestr(self._part(zinfo_or_arcname), data, *args, **options)

    @override
    def write(self, filename: str | PathLike[str], arcname: Any = None, *args: Any, **options: Any) -> None:
        """Add a part from a file, without taking over when that file was written."""
        with open(filename, "rb") as source, self.open(self._part(arcname or fspath(filename)), "w") as part:
            while piece := source.read(1024 * 1024):
                part.write(piece)

    def _part(self, name: Any) -> zipfile.ZipInfo:
        if isinstance(name, zipfile.ZipInfo):
            return name
        part = zipfile.ZipInfo(str(name), FIXED_MOMENT.timetuple()[:6])
        part.compress_type = self.compression
        return part
