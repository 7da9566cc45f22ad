"""What an attack was made with."""

from __future__ import annotations

import pytest

from expect import NOTHING, Row, about, at_least, check, killed, launched

CASES = [
    ("Russia attacked Ukraine with ⟦23⟧ drones overnight.", launched(23, "uav", side="Ukraine", term="attacked")),
    ("Russia attacked the country overnight with ⟦23⟧ Iranian-made drones.", launched(23, "uav")),
    ("Iran struck Israel with ⟦over 180⟧ ballistic missiles.", launched(at_least(180), "missile", side="Israel")),
    ("The forces hit the port using ⟦about 12⟧ cruise missiles.", launched(about(12), "missile")),
    ("The enemy targeted the region with ⟦four⟧ drones and killed ⟦two⟧ people.", launched(4, "uav"), killed(2)),
    # near misses
    ("Police attacked the crowd with 12 batons.", NOTHING),
    ("The brigade was supplied with 23 drones.", NOTHING),
    ("He met the minister with 23 drones on show.", NOTHING),
    ("The army attacked with 23 soldiers.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_attacked_with(row: Row) -> None:
    check(row)
