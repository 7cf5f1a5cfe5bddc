"""Run a Django management command: ``python -m comity_web migrate``."""

import sys

from comity_web.site.configured import configure


def main() -> None:
    """Point Django at our settings and hand it the arguments."""
    configure()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["comity_web", *sys.argv[1:]])


if __name__ == "__main__":
    main()
