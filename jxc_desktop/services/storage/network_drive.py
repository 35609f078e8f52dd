"""Whether a file would lie on a network drive, where SQLite's locks cannot be trusted."""

import sys
from pathlib import Path

_NETWORK_TYPES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "afs", "9p", "davfs", "glusterfs"}


def is_on_network_drive(path: Path) -> bool:
    """True for UNC paths and mapped drives on Windows, and for network mounts on Linux."""
    text = str(path.absolute())
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE of GetDriveTypeW
        return text.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.absolute().drive + "\\") == remote
    return _mount_type(path.absolute()) in _NETWORK_TYPES


def _mount_type(path: Path) -> str:
    """The type of the innermost mount that holds the path; "" where the system does not tell."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    holding = [(len(mount[1]), mount[2]) for mount in mounts if path.is_relative_to(mount[1].replace("\\040", " "))]
    return max(holding, default=(0, ""))[1]
