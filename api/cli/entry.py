"""The command itself: its options, its subcommands, and the one place where errors are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.cli import asking, querying, trying
from api.cli.failing import BROKEN, DONE, Stopped, exit_code, tell, tell_broken, tell_misuse
from api.cli.late import LATE, Commands
from api.cli.session import Session, console, language_of, locate
from graph.errors import CascadeError

_GLOBAL = ("--store", "--lang")


class CascadeGroup(TyperGroup):
    """The command line, whose every failure becomes one message and one exit code."""

    def __init__(self, *, commands: Mapping[str, Any] | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Commands(commands or {}, LATE)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = "cascade",
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command and leave with its exit code."""
        given = global_first(list(sys.argv[1:] if args is None else args))
        try:
            code = super().main(given, prog_name, complete_var, False, windows_expand_args, **extra)
            sys.stdout.flush()
        except BrokenPipeError:
            code = _hush()
        except SystemExit as end:  # what the parser and rich make of a closed pipe
            code = _hush() if isinstance(end.__context__, BrokenPipeError) else end.code
        except Exception as error:  # the one place: nobody is shown a traceback
            code = _told(error, given)
        sys.exit(code if isinstance(code, int) else 0)


app = typer.Typer(
    cls=CascadeGroup,
    name="cascade",
    help="Dòng chảy chính sách: từ nghị quyết Trung ương đến văn bản địa phương. / "
    "How central resolutions come down to provinces.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cascade {version('cascade')}")
        raise typer.Exit


@app.callback()
def cascade(
    context: typer.Context,
    store: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Kho dữ liệu; nếu không nêu: $CASCADE_STORE, rồi .cascade/store gần nhất / "
            "The store; else $CASCADE_STORE, else the nearest .cascade/store.",
        ),
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="vi|en", help="Ngôn ngữ / Language ($CASCADE_LANG).")
    ] = None,
    version_: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Phiên bản / Version."
        ),
    ] = False,
) -> None:
    """Set up what every command needs."""
    context.obj = Session(
        place=locate(store, os.environ, Path.cwd()),
        language=language_of(lang, os.environ),
        out=console(errors=False),
        err=console(errors=True),
    )


for _command in (*(asking.find, asking.show, querying.query, trying.questions),):
    app.command()(_command)


def main() -> None:
    """Run the `cascade` command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


def global_first(args: list[str]) -> list[str]:
    """Return the arguments with `--store` and `--lang` in front, wherever they were given."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg == "--":
            rest += [arg, *waiting]
        elif arg in _GLOBAL:
            first += [arg, *(value for value in [next(waiting, None)] if value is not None)]
        elif arg.startswith(tuple(f"{name}=" for name in _GLOBAL)):
            first.append(arg)
        else:
            rest.append(arg)
    return first + rest


def _hush() -> int:
    """Write nothing more: the reader of the pipe has had enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _told(error: Exception, args: Sequence[str]) -> int:
    """Tell what went wrong on standard error and return the exit code."""
    if isinstance(error, Stopped):
        return error.code
    err, language = console(errors=True), _language(args)
    if isinstance(error, CascadeError):
        tell(error, language, err)
        return exit_code(error)
    if hasattr(error, "format_message") and hasattr(error, "exit_code"):
        tell_misuse(error, language, err)
        return int(error.exit_code)
    tell_broken(error, language, err)
    return BROKEN


def _language(args: Sequence[str]) -> str:
    """Return the language asked for, also when the command line could not be read."""
    for option, value in pairwise(args):
        if option == "--lang":
            return value
    given = [arg.partition("=")[2] for arg in args if arg.startswith("--lang=")]
    return given[0] if given else os.environ.get("CASCADE_LANG", "vi")
