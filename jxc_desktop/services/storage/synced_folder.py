"""Whether a file lies where a sync program copies it while it is written, which can damage it."""

from pathlib import Path

# How the folders of sync programs are called → what their users call the program.
_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nutstore": "坚果云",
    "nutstore files": "坚果云",
    "我的坚果云": "坚果云",
    "坚果云": "坚果云",
    "baidusyncdisk": "百度网盘",
    "baidunetdiskworkspace": "百度网盘",
    "百度网盘同步空间": "百度网盘",
}


def synced_by(path: Path) -> str:
    """The sync program in whose folder the file lies; "" where it lies in none that is known."""
    for folder in path.absolute().parts[:-1]:
        # OneDrive writes the company's name behind its own: "OneDrive - 惠民".
        known = _FOLDERS.get(folder.lower().split(" - ")[0])
        if known is not None:
            return known
    return ""
