"""A program that is missing stops the tests with a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import HAPROXY, TOOLS, NoToolError, Tool, find, main, require

NOWHERE = Tool("nowhere", ("no-such-program",), "your system's package of it")


def test_a_program_that_is_nowhere_is_named_with_the_way_to_it():
    with pytest.raises(NoToolError, match=r"apt-get install nowhere; elsewhere: your.* NOWHERE"):
        require(NOWHERE)


@pytest.mark.parametrize("name", list(TOOLS))
def test_a_variable_that_names_nothing_is_said_and_nothing_is_installed(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv(TOOLS[name].variable, "no-such-program")
    assert main([name]) == 1
    assert "names 'no-such-program', which does not exist" in capsys.readouterr().err


def test_a_variable_comes_before_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    own = tmp_path / "haproxy"
    own.touch(0o755)
    monkeypatch.setenv("HAPROXY", str(own))
    assert find(HAPROXY) == own


@pytest.mark.xdist_group("tools")
def test_tests_of_a_group_are_run_by_one_worker(request: pytest.FixtureRequest):
    spread = getattr(request.config.option, "loadgroup", False)
    assert not spread or request.node.nodeid.endswith("@tools"), "each would set its server up anew"
