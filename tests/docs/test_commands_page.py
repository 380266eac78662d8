"""Every command, option and choice stands in docs/commands.md, under the command's heading."""

import re
import typing
from pathlib import Path

import pytest
import typer

from hearsay.cli import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text("utf-8")


def commands(group: typer.core.TyperGroup, path: str) -> dict[str, typer.core.TyperCommand]:
    """Every command below a group by its full name."""
    found = {}
    for name, command in group.commands.items():
        inner = isinstance(command, typer.core.TyperGroup)
        found.update(commands(command, f"{path} {name}") if inner else {f"{path} {name}": command})
    return found


COMMANDS = commands(typer.main.get_command(app), "hearsay")


def section(name: str) -> str:
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section {name!r}"
    return found[1]


def choices(hint: object) -> list[str]:
    """Values of a type that allows only these, however deep it is wrapped."""
    if typing.get_origin(hint) is typing.Literal:
        return list(typing.get_args(hint))
    return [value for part in typing.get_args(hint) for value in choices(part)]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_of_each_command_is_described(name: str):
    for parameter in COMMANDS[name].params:
        is_option = parameter.param_type_name == "option"
        for word in parameter.opts if is_option else [parameter.metavar or parameter.name.upper()]:
            assert f"`{word}" in section(name), f"docs/commands.md does not describe {word} of {name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_choice_of_each_option_is_described(name: str):
    for hint in typing.get_type_hints(COMMANDS[name].callback).values():
        for value in choices(hint):
            assert f"`{value}`" in section(name), f"docs/commands.md does not describe {value!r} of {name}"


def test_no_command_is_described_that_does_not_exist():
    assert set(re.findall(r"^## (hearsay .*)$", PAGE, re.MULTILINE)) == set(COMMANDS)
