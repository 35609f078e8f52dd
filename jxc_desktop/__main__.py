"""The program's door: a command, or the window."""

import sys

COMMANDS = ("init", "import", "report", "backup", "restore", "verify")


def main() -> int:
    """Do what was asked on the command line; without a command open the window."""
    arguments = sys.argv[1:]
    if arguments[:1] and arguments[0] in COMMANDS:
        from jxc_desktop.commands import run

        return run(arguments)
    if arguments == ["--self-check"]:
        from jxc_desktop.self_check import self_check

        return self_check()
    from jxc_desktop.app import open_window

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
