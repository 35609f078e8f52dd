"""A shop file does not belong on a drive that locks cannot be trusted on."""

from pathlib import Path

import pytest

from jxc_desktop.services.storage.network_drive import is_on_network_drive

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//nas/share /mnt/shop cifs rw 0 0
server:/export /mnt/all nfs4 rw 0 0
/dev/sdb1 /mnt/all/stick vfat rw 0 0
//nas/more /mnt/with\\040blank cifs rw 0 0
"""


@pytest.fixture(autouse=True)
def mounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "read_text", lambda _path, **_how: MOUNTS)


@pytest.mark.parametrize("place", ["/mnt/shop/shop.db", "/mnt/all/a/shop.db", "/mnt/with blank/shop.db"])
def test_a_network_mount_is_told(place: str) -> None:
    assert is_on_network_drive(Path(place))


@pytest.mark.parametrize("place", ["/srv/shop.db", "/mnt/all/stick/shop.db", "/mnt/shopping/shop.db"])
def test_a_disk_of_this_pc_is_none(place: str) -> None:
    assert not is_on_network_drive(Path(place))
