"""Commands found by the names of their files and imported only when asked for.

``cli/assess.py`` describes the group ``assess`` in its docstring; ``cli/assess_rank.py`` holds
``comity assess rank`` as an object called ``command``. A new command is a new file.
"""

from ast import get_docstring, parse
from importlib import import_module
from importlib.resources import files
from typing import Any

import click

_NOT_COMMANDS = {"__init__", "main", "lazy"}


def _stems() -> list[str]:
    names = (entry.name for entry in files("comity.cli").iterdir())
    return sorted(n[:-3] for n in names if n.endswith(".py") and n[:-3] not in _NOT_COMMANDS)


def _summary(stem: str) -> str:
    """First line of a file's docstring, read without importing the file."""
    source = files("comity.cli").joinpath(f"{stem}.py").read_text(encoding="utf-8")
    return (get_docstring(parse(source)) or "").partition("\n")[0].rstrip(".")


class LazyGroup(click.Group):
    """A group whose commands are the files ``cli/<prefix>_<command>.py``.

    Files whose name starts with ``shared_`` are pieces that several commands use.
    """

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prefix = prefix

    def _files(self) -> dict[str, str]:
        """Map command name to file stem."""
        stems = [s for s in _stems() if not s.startswith("shared_")]
        if not self._prefix:
            return {s: s for s in stems if "_" not in s}
        lead = f"{self._prefix}_"
        return {s.removeprefix(lead).replace("_", "-"): s for s in stems if s.startswith(lead)}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Name every command of the group."""
        return sorted(self._files())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command, or build a sub-group without importing its commands."""
        stem = self._files().get(cmd_name)
        if stem is None:
            return None
        if not self._prefix and any(s.startswith(f"{stem}_") for s in _stems()):
            summary = _summary(stem)
            return LazyGroup(
                name=cmd_name,
                prefix=stem,
                help=summary + ".",
                short_help=summary,
                context_settings={"help_option_names": ["-h", "--help"]},
            )
        command: click.Command = import_module(f"comity.cli.{stem}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command when there is none of that name."""
        from difflib import get_close_matches

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands with their summaries, importing none of them."""
        rows = [(name, _summary(stem)) for name, stem in sorted(self._files().items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
