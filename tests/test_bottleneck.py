# SPDX-License-Identifier: GPL-3.0-or-later
"""What sets the pace, from the session's counters: each cause alone, mixed ones, and what a minute makes of them."""

import pytest

from starling.bottleneck import MINUTE, Held, Meter

_NAMES = (
    *(f"peer.num_peers_{name}" for name in ("down_interested", "down_requests", "down_disk")),
    *(f"peer.num_peers_{name}" for name in ("up_interested", "up_requests", "up_disk", "up_unchoked_all")),
    *("net.limiter_down_queue", "net.limiter_up_queue", "net.recv_payload_bytes", "net.sent_payload_bytes"),
    *(f"utp.utp_{name}" for name in ("samples_above_target", "samples_below_target", "packets_out", "packet_loss")),
)
_GROW = ("payload_bytes", "utp.")


def told(meter: Meter, seconds: int, start: int = 0, *, limited: bool = False, **facts: int) -> None:
    """So many seconds in which this holds; what counts up grows by as much each second."""
    assert all(any(name.endswith(fact) for name in _NAMES) for fact in facts)
    for second in range(start, start + seconds + 1):
        values = {}
        for name in _NAMES:
            value = next((value for fact, value in facts.items() if name.endswith(fact)), 0)
            values[name] = value * second if any(part in name for part in _GROW) else value
        meter.take(values, float(second), down_limit=limited, up_limit=limited)


DOWN = {"down_interested": 4, "down_requests": 4, "recv_payload_bytes": 50_000}
UP = {"up_interested": 4, "up_requests": 4, "up_unchoked_all": 4, "sent_payload_bytes": 50_000}


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({}, Held.IDLE),
        (DOWN, Held.FREE),
        (DOWN | {"limiter_down_queue": 4}, Held.LIMIT),
        (DOWN | {"limiter_down_queue": 1}, Held.FREE),
        (DOWN | {"down_disk": 4}, Held.DISK),
        (DOWN | {"recv_payload_bytes": 10}, Held.PEERS),
    ],
)
def test_what_holds_downloads(facts: dict[str, int], held: Held) -> None:
    meter = Meter()
    told(meter, 20, **facts)
    assert meter.told().seconds == 20
    assert meter.told().down[0][0] is held


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        (UP, Held.FREE),
        (UP | {"limiter_up_queue": 4}, Held.LIMIT),
        (UP | {"up_disk": 3}, Held.DISK),
        (UP | {"up_unchoked_all": 0, "up_requests": 0, "sent_payload_bytes": 0}, Held.SLOTS),
        (UP | {"sent_payload_bytes": 0}, Held.PEERS),
        (UP | {"samples_above_target": 30, "samples_below_target": 10}, Held.LINE),
        (UP | {"packets_out": 500, "packet_loss": 40}, Held.LINE),
        (UP | {"packets_out": 500, "packet_loss": 8, "samples_below_target": 90}, Held.FREE),
    ],
)
def test_what_holds_uploads(facts: dict[str, int], held: Held) -> None:
    meter = Meter()
    told(meter, 20, **facts)
    assert meter.told().up[0][0] is held
    assert meter.told().down == ((Held.IDLE, 1.0),)


def test_shares_add_up_and_a_limit_for_all_holds_all() -> None:
    mixed, all_held = Meter(), Meter()
    told(mixed, 10, **DOWN | {"limiter_down_queue": 1, "down_disk": 1})
    assert dict(mixed.told().down) == pytest.approx({Held.LIMIT: 0.25, Held.DISK: 0.25, Held.FREE: 0.5})
    told(all_held, 10, limited=True, **DOWN | {"limiter_down_queue": 1})
    assert all_held.told().down == ((Held.LIMIT, 1.0),)


def test_a_minute_is_remembered_and_idle_seconds_count_for_nothing() -> None:
    meter = Meter()
    told(meter, 30, **DOWN | {"limiter_down_queue": 4})
    told(meter, 20, start=30)
    assert meter.told().down == ((Held.LIMIT, 1.0),)
    told(meter, int(MINUTE), start=50, **DOWN)
    assert meter.told().down == ((Held.FREE, 1.0),)
