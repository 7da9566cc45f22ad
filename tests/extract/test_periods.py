"""Over which time a figure runs, and whether it is one incident, a closed window or a running total."""

from __future__ import annotations

import pytest

from expect import Row, at_least, check, destroyed, displaced, killed, launched, lost, vague, wounded

CASES = [
    (
        "Russia launched ⟦367⟧ drones overnight in the largest attack of the war so far.",
        launched(367, "uav", period="overnight", count="increment"),
    ),
    # both ends of a period, and parts of a year
    ("⟦40⟧ people were killed from January through March.", killed(40, period="from January through March")),
    (
        "Between 1 January and 31 March, ⟦40⟧ people were killed.",
        killed(40, period="Between 1 January and 31 March", count="period_total"),
    ),
    (
        "⟦40⟧ people died between January and August 15 of this year.",
        killed(40, period="between January and August 15 of this year"),
    ),
    (
        "In the last quarter of 2023, ⟦40⟧ people were killed.",
        killed(40, period="In the last quarter of 2023", count="period_total"),
    ),
    (
        "The raids left ⟦40⟧ people dead in the first three months of 2024.",
        killed(40, period="in the first three months of 2024", count="period_total"),
    ),
    # what the deed itself opens; what is told between commas of something else
    (
        "Forces have been on alert since militants gunned down ⟦three⟧ policemen in the city on Monday.",
        killed(3, "police", period="on Monday", count="increment"),
    ),
    ("Since the coup soldiers have killed ⟦300⟧ people.", killed(300, period="Since the coup", count="running_total")),
    (
        "A strike this week on a town in Kachin, where an election is to be held on Sunday, killed ⟦21⟧ people.",
        killed(21, period="this week"),
    ),
    (
        "It lost ⟦1,140⟧ soldiers over the past day, bringing its losses since February 2022 to ⟦812,670⟧.",
        lost(1140, "combatant", period="over the past day", count="period_total"),
        lost(812670, "combatant", period="since February 2022", count="running_total"),
    ),
    # so many die in no day; what stands in one list with such a number is a total too
    ("The army says ⟦2,870⟧ soldiers were killed.", killed(2870, "combatant", count="running_total")),
    ("The army says ⟦870⟧ soldiers were killed.", killed(870, "combatant", count="increment")),
    ("On Monday ⟦2,870⟧ soldiers were killed.", killed(2870, "combatant", count="increment")),
    (
        "It destroyed ⟦4,102⟧ tanks, ⟦315⟧ planes and ⟦310⟧ helicopters.",
        destroyed(4102, "tank", count="running_total"),
        destroyed(315, "aircraft", count="running_total"),
        destroyed(310, "helicopter", count="running_total"),
    ),
    (
        "⟦4,102⟧ tanks were destroyed; on Monday the army destroyed ⟦three⟧ planes.",
        destroyed(4102, "tank", count="running_total"),
        destroyed(3, "aircraft", count="increment"),
    ),
    ("A first toll spoke of ⟦four⟧ soldiers killed.", killed(4, "combatant", count="running_total")),
    (
        "Since the start of the war ⟦12,000⟧ soldiers have been killed and ⟦30⟧ wounded in the past day.",
        killed(12000, "combatant", count="running_total"),
        wounded(30, "combatant", period="in the past day"),
    ),
    # running totals that no word "since" opens
    (
        "The ministry had said by 30 September that ⟦over 700⟧ soldiers had been killed.",
        killed(at_least(700), "combatant", count="running_total"),
    ),
    ("As of now the attack has cost the lives of ⟦35⟧ residents.", killed(35, "civilian", period="As of now")),
    ("As of now ⟦35⟧ people have been killed.", killed(35, period="As of now", count="running_total")),
    ("Civilian deaths come to ⟦185⟧ so far.", killed(185, "civilian", count="running_total")),
    ("The army has lost ⟦50⟧ tanks in this war.", lost(50, "tank", period="in this war", count="running_total")),
    ("Officials said ⟦12⟧ people had been killed by shelling.", killed(12, count="increment")),
    # increments
    ("⟦12⟧ people were killed.", killed(12, period=None, count="increment")),
    ("⟦12⟧ people were killed on Friday.", killed(12, period="on Friday", count="increment")),
    ("On Friday ⟦12⟧ people were killed.", killed(12, period="On Friday", count="increment")),
    ("⟦12⟧ people were killed on 15 May.", killed(12, period="on 15 May", count="increment")),
    ("⟦12⟧ people were killed on May 15, 2022.", killed(12, period="on May 15, 2022", count="increment")),
    ("⟦12⟧ people were killed overnight.", killed(12, period="overnight", count="increment")),
    ("⟦12⟧ people were killed yesterday.", killed(12, period="yesterday", count="increment")),
    ("⟦12⟧ people were killed late on Tuesday.", killed(12, period="late on Tuesday", count="increment")),
    (
        "⟦12⟧ people were killed early on Sunday morning.",
        killed(12, period="early on Sunday morning", count="increment"),
    ),
    ("⟦12⟧ people were killed this morning.", killed(12, period="this morning", count="increment")),
    (
        "⟦12⟧ people were killed on the morning of Dec. 15.",
        killed(12, period="on the morning of Dec. 15", count="increment"),
    ),
    (
        "⟦12⟧ people were killed overnight, the deadliest raid since the war began.",
        killed(12, period="overnight", count="increment"),
    ),
    (
        "⟦4,000⟧ people have been killed since 7 October 2023, when gunmen killed ⟦1,200⟧ people.",
        killed(4000, period="since 7 October 2023", count="running_total"),
        killed(1200, period="7 October 2023", count="increment"),
    ),
    (
        "⟦12⟧ people were killed in the war, which began in April 2023.",
        killed(12, period=None),
    ),
    ("Two days earlier, ⟦11⟧ people died.", killed(11, period="Two days earlier", count="increment")),
    # closed windows
    ("⟦12⟧ people were killed in one week.", killed(12, period="in one week", count="period_total")),
    ("⟦12⟧ people were killed in a week.", killed(12, period="in a week", count="period_total")),
    ("⟦12⟧ people were killed in June.", killed(12, period="in June", count="period_total")),
    ("⟦12⟧ people were killed last week.", killed(12, period="last week", count="period_total")),
    ("⟦12⟧ people were killed last year.", killed(12, period="last year", count="period_total")),
    ("⟦12⟧ people were killed in the past 24 hours.", killed(12, period="in the past 24 hours", count="period_total")),
    ("In the past 24 hours, ⟦12⟧ people were killed.", killed(12, period="In the past 24 hours", count="period_total")),
    ("⟦12⟧ people were killed over three weeks.", killed(12, period="over three weeks", count="period_total")),
    (
        "⟦12⟧ people were killed in two months of fighting.",
        killed(12, period="in two months of fighting", count="period_total"),
    ),
    ("⟦12⟧ people were killed from May 1 to May 7.", killed(12, period="from May 1 to May 7", count="period_total")),
    (
        "⟦12⟧ people were killed in the first half of 2021.",
        killed(12, period="in the first half of 2021", count="period_total"),
    ),
    ("⟦12⟧ people were killed this month.", killed(12, period="this month", count="period_total")),
    ("⟦12⟧ people were killed in a single day.", killed(12, period="in a single day", count="period_total")),
    # running totals
    ("⟦12⟧ people have been killed since Monday.", killed(12, period="since Monday", count="running_total")),
    (
        "⟦12,000⟧ people have been killed since the war began.",
        killed(12_000, period="since the war began", count="running_total"),
    ),
    (
        "⟦12,000⟧ people have been killed since the start of the war.",
        killed(12_000, period="since the start of the war", count="running_total"),
    ),
    (
        "Since the start of the invasion, ⟦12,000⟧ soldiers have been killed.",
        killed(12_000, "combatant", period="Since the start of the invasion", count="running_total"),
    ),
    ("⟦12,000⟧ people have been killed since 2014.", killed(12_000, period="since 2014", count="running_total")),
    (
        "⟦12,000⟧ people have been killed since early May.",
        killed(12_000, period="since early May", count="running_total"),
    ),
    ("⟦12,000⟧ people have been killed since Feb. 24.", killed(12_000, period="since Feb. 24", count="running_total")),
    ("⟦12,000⟧ people have been killed so far.", killed(12_000, period="so far", count="running_total")),
    ("⟦12,000⟧ people have been killed to date.", killed(12_000, period="to date", count="running_total")),
    ("The death toll has risen to ⟦337⟧.", killed(337, period=None, count="running_total")),
    ("The war has killed ⟦tens of thousands of⟧ people.", killed(vague(20_000, 99_999), count="running_total")),
    (
        "The strike wounded ⟦20⟧ and displaced ⟦11,000⟧.",
        wounded(20, count="increment"),
        displaced(11_000, count="increment"),
    ),
    ("The fighting wounded ⟦20⟧ people on Sunday.", wounded(20, period="on Sunday", count="increment")),
    # the time of the saying is not the time of the harm
    ("Officials said on Monday that ⟦12⟧ people were killed.", killed(12, period=None)),
    ("⟦12⟧ people were killed, officials said on Monday.", killed(12, period=None)),
    ("⟦12⟧ people were killed on Sunday, officials said on Monday.", killed(12, period="on Sunday")),
    ("Officials said on Monday that ⟦12⟧ people were killed on Sunday.", killed(12, period="on Sunday")),
    (
        "The army told Reuters on Tuesday that ⟦12⟧ rebels had been killed on Sunday.",
        killed(12, "combatant", period="on Sunday"),
    ),
    # a part runs over the time of its whole
    (
        "⟦12⟧ people were killed in June, including ⟦two⟧ children.",
        killed(12, period="in June"),
        killed(2, "child", period="in June", count="period_total"),
    ),
    (
        "On Sunday ⟦12⟧ people were killed and ⟦four⟧ wounded.",
        killed(12, period="On Sunday"),
        wounded(4, period="On Sunday"),
    ),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_periods(row: Row) -> None:
    check(row)
