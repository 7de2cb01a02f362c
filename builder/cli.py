"""The `workshop` command: words in, exit code out. 0 built · 1 problems in the content · 2 wrong command line · 3 our bug."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from builder import __version__
from builder.commands import show
from builder.wording import say

COMMANDS = ("build", "list", "check", "proof", "preview", "new", "explain", "trace", "coverage", "translate", "partner", "theme")


class Commands(click.Group):
    """Commands that are imported when they are named, so that help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None when there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        return _command(cmd_name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command and its words; an unknown one is told with the nearest."""
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            hint = " – " + say("did-you-mean", name=close[0]) if close else ""
            raise click.UsageError(say("no-such-command", name=args[0]) + hint, ctx)
        if args:
            _given_once(_command(args[0]), args, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(f"help-{name}")) for name in COMMANDS])


def _given_once(command: click.Command, words: list[str], above: click.Context) -> None:
    """Tells an option that is given twice, of which click would silently take the last value."""
    ctx = click.Context(command, above, words[0])
    _, rest, given = command.make_parser(ctx).parse_args(words[1:])
    for number, each in enumerate(given):
        if isinstance(each, click.Option) and not (each.multiple or each.is_flag) and each in given[:number]:
            raise click.UsageError(say("given-twice", name=each.opts[0]), ctx)
    if isinstance(command, click.Group) and rest and rest[0] in command.commands:
        _given_once(command.commands[rest[0]], rest, ctx)


def _command(name: str) -> click.Command:
    command: click.Command = import_module(f"builder.commands.{name}").command
    return command


@click.group(cls=Commands, invoke_without_command=True, help=say("help"), epilog=say("help-examples"))
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def workshop(ctx: click.Context) -> None:
    """The command itself: on a terminal, without words, it asks."""
    if ctx.invoked_subcommand is None:
        if sys.stdin.isatty() and sys.stderr.isatty():
            from builder.commands.ask import ask

            ctx.exit(ask())
        click.echo(ctx.get_help())


def main(arguments: list[str] | None = None) -> int:
    """Runs a command line and gives its exit code; nothing but this catches what nobody foresaw."""
    gc.set_threshold(100_000)  # pages are many small tuples without cycles
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = workshop.main(arguments, prog_name="workshop", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        show.usage(error)
        return 2
    except (KeyboardInterrupt, click.Abort):
        show.line(say("interrupted"))
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        show.line(say("our-bug", file=_written_down()))
        return 3


def command() -> int:
    """The console script: a process of its own, which leaves without looking for cycles in what it leaves behind."""
    code = main()
    gc.freeze()
    return code


def _written_down() -> str:
    """The file that holds what went wrong, for whoever mends it."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="workshop-", suffix=".txt", delete=False) as file:
        file.write(traceback.format_exc())
        return file.name


if __name__ == "__main__":
    sys.exit(command())
