"""Click commands whose help and errors are said in the reader's language."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from ..errors import Text
from ..lang import LANGUAGES, current, pick


class Option(click.Option):
    """An option whose ``help`` holds both languages."""

    def __init__(self, *words: Any, help: Text, **settings: Any) -> None:
        """Take click's own arguments, and the help in both languages."""
        super().__init__(*words, **settings)
        self.texts = help

    def get_help_record(self, context: click.Context) -> tuple[str, str]:
        """The option's row in the help."""
        return self.get_usage_words(), pick(self.texts, current())

    def get_usage_words(self) -> str:
        """The option as typed, with the name of its value."""
        value = "" if self.is_flag else f" {self.metavar or _choices(self) or (self.name or '').upper()}"
        return ", ".join(self.opts) + value


class _Spoken:
    """What commands and groups share: help in the reader's language."""

    texts: Text
    params: list[click.Parameter]

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(context)  # type: ignore[attr-defined]
        formatter.write_usage(context.command_path, " ".join(pieces), prefix=_say("usage"))

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(pick(self.texts, current()))

    def format_arguments(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Arguments are explained in the text of the command."""

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [option.get_help_record(context) for option in self.params if isinstance(option, Option)]
        with formatter.section(_say("options")):
            formatter.write_dl([*rows, ("--help", _say("help"))])

    def get_short_help_str(self, limit: int = 45) -> str:
        return pick(self.texts, current()).partition("\n")[0]


class Command(_Spoken, click.Command):
    """A command with texts in both languages; every one accepts ``--language``."""

    def __init__(
        self, name: str, texts: Text, callback: Callable[..., int | None], params: list[click.Parameter]
    ) -> None:
        """Take what the command says, does and accepts."""
        super().__init__(name, callback=callback, params=[*params, _language_option()], options_metavar=None)
        self.texts = texts


class Group(_Spoken, click.Group):
    """Commands by name from a table of ``module:attribute``, imported when called."""

    def __init__(self, name: str, table: Mapping[str, tuple[str, Text]], texts: Text) -> None:
        """Take the table of commands and what the group says."""
        super().__init__(name, params=[_language_option()], options_metavar=None, subcommand_metavar="…")
        self.table = table
        self.texts = texts
        self.no_args_is_help = True

    def list_commands(self, context: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command called ``name``, imported now; None when there is none."""
        if name not in self.table:
            return None
        module, _, attribute = self.table[name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with what each does, then the options."""
        with formatter.section(_say("commands")):
            formatter.write_dl([(name, pick(text, current())) for name, (_, text) in self.table.items()])
        super().format_options(context, formatter)


def command(
    name: str, texts: Text, *params: click.Parameter
) -> Callable[[Callable[..., int | None]], Command]:
    """Make the decorated function the command ``name``; it returns the exit status, or None for 0."""
    return lambda callback: Command(name, texts, callback, list(params))


def argument(name: str, **settings: Any) -> click.Argument:
    """A positional word, shown in capitals and explained in the command's text."""
    return click.Argument([name], **settings)


def root_option() -> Option:
    """``--root``: where the course's content is."""
    return Option(
        ["--root"],
        metavar="DIR",
        help={
            "en": "The course’s root folder; else QCOURSE_ROOT, else the nearest one above the working folder.",
            "fr": "Le dossier racine du cours; sinon QCOURSE_ROOT, sinon le plus proche au-dessus du dossier courant.",
        },
    )


def refusal(error: click.UsageError) -> str:
    """Click's error in the reader's language, with the usage of the command it concerns."""
    key, values = _cause(error)
    lines = [_say(key).format(**values) + _nearest(error)]
    if error.ctx:
        lines += [error.ctx.get_usage(), _say("try").format(command=error.ctx.command_path)]
    return "\n".join(lines)


def _nearest(error: click.UsageError) -> str:
    near: Sequence[str] = getattr(error, "possibilities", None) or []
    if (
        isinstance(error, click.exceptions.NoSuchCommand)
        and error.ctx
        and isinstance(error.ctx.command, Group)
    ):
        near = difflib.get_close_matches(error.command_name, list(error.ctx.command.table), n=1)
    return _say("near").format(near=near[0]) if near else ""


def _cause(error: click.UsageError) -> tuple[str, dict[str, str]]:
    if isinstance(error, click.exceptions.NoSuchCommand):
        return "no_command", {"name": error.command_name}
    if isinstance(error, click.NoSuchOption):
        return "no_option", {"name": error.option_name}
    if isinstance(error, click.MissingParameter):
        return "missing", {"name": _typed(error.param)}
    if isinstance(error, click.BadParameter):
        return "bad_value", {"name": _typed(error.param), "known": _choices(error.param) or _say("other")}
    if isinstance(error, click.BadOptionUsage):
        return "no_value", {"name": error.option_name}
    return "too_many", {}


def _typed(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(click.Context(click.Command("")))
    return parameter.opts[0] if parameter else "?"


def _choices(parameter: click.Parameter | None) -> str:
    kind = getattr(parameter, "type", None)
    if isinstance(kind, click.Choice):
        return "|".join(kind.choices)
    if isinstance(kind, click.IntRange):
        return f"{kind.min}|…|{kind.max}"
    return ""


def _language_option() -> Option:
    return Option(
        ["--language"],
        type=click.Choice(LANGUAGES),
        expose_value=False,  # `main` has read it before any text was said
        help={
            "en": "Speak this language; else COURSE_LANG, else the system’s.",
            "fr": "Langue des messages; sinon COURSE_LANG, sinon celle du système.",
        },
    )


def _say(key: str) -> str:
    return pick(_SAID[key], current())


_SAID: dict[str, Text] = {
    "usage": {"en": "Usage: ", "fr": "Usage\u00a0: "},
    "options": {"en": "Options", "fr": "Options"},
    "commands": {"en": "Commands", "fr": "Commandes"},
    "help": {"en": "Show this help.", "fr": "Afficher cette aide."},
    "try": {"en": "For help: {command} --help", "fr": "Pour de l’aide\u00a0: {command} --help"},
    "near": {"en": " Did you mean {near}?", "fr": " Vouliez-vous dire {near}?"},
    "no_command": {"en": "There is no command {name!r}.", "fr": "Il n’y a pas de commande {name!r}."},
    "no_option": {"en": "There is no option {name}.", "fr": "Il n’y a pas d’option {name}."},
    "missing": {"en": "{name} is missing.", "fr": "{name} manque."},
    "bad_value": {
        "en": "The value of {name} can’t be used; expected: {known}.",
        "fr": "La valeur de {name} ne convient pas; on attend\u00a0: {known}.",
    },
    "other": {"en": "another one", "fr": "une autre"},
    "no_value": {"en": "The option {name} needs a value.", "fr": "L’option {name} demande une valeur."},
    "too_many": {
        "en": "There are more words than the command takes.",
        "fr": "Il y a plus de mots que la commande n’en prend.",
    },
}
