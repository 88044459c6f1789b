"""A replica dies under three readers, then both are replaced under load: nobody loses anything."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.failover.load import reading
from tests.failover.readers import Reader, idle, readers, replica_of
from tests.failover.rig import Rig, rig

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("failover")]

LONGEST_AWAY = 10.0  # seconds; about one on a machine with nothing else to do


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    """Two replicas behind the shipped proxy."""
    with rig(tmp_path_factory.mktemp("failover")) as one:
        yield one


@pytest.fixture(scope="module")
def opened(browser: Browser, running: Rig) -> Iterator[list[Reader]]:
    """A reader in the middle of the walk, one on Your visit, one in the clinic view."""
    context = browser.new_context()
    yield readers(context, running.url)
    context.close()


def test_nobody_loses_what_is_on_their_page_when_its_replica_is_killed(
    running: Rig, opened: list[Reader]
):
    served = replica_of(opened[0].page.context)
    running.replicas[served].kill()
    for reader in opened:
        assert reader.away() < LONGEST_AWAY, reader.name
        reader.still_has_all(1)
    assert replica_of(opened[0].page.context) != served
    running.replicas[served].start()
    running.wait_up()


def test_a_rolling_restart_of_both_fails_no_reader(running: Rig, opened: list[Reader]):
    with reading(running.url) as tally:
        for name in running.replicas:
            running.restart(name)
    assert tally.failed == []
    assert tally.moved >= 4, "every page was to be cut off at least once"
    assert tally.asked > 50
    for reader in opened:
        idle(reader.page)
        assert reader.page.evaluate("window.kept"), f"{reader.name}: the page was loaded anew"
    opened[0].still_has_all(2)


def test_the_log_of_the_proxy_tells_nothing_of_a_reader(running: Rig, opened: list[Reader]):
    opened[0].page.request.get(f"{running.url}/visit?zebra=finch", headers={"X-Own": "sparrow"})
    opened[0].page.request.get(f"{running.url}/sparrow/at/home")
    opened[0].page.close()  # a connection is written down as it ends
    opened[1].page.wait_for_timeout(500)
    lines = [line for line in running.log.read_text().splitlines() if line.startswith("{")]
    events = [json.loads(line) for line in lines]
    assert {"/visit", "/_stcore/stream", "other"} <= {one.get("path") for one in events}
    for word in ("127.0.0.1", "zebra", "finch", "sparrow", "?", "node", "walk"):
        assert not [line for line in lines if word in line], word
