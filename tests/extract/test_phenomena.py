"""What real pages are full of, one row each: figures in every disguise, and numbers that are none."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    about,
    at_least,
    at_most,
    between,
    casualties,
    check,
    destroyed,
    detained,
    displaced,
    intercepted,
    killed,
    launched,
    lost,
    wounded,
)

CASES = [
    # three fates in one number; not the attackers died in their attacks
    ("⟦1,860⟧ people were killed, injured or kidnapped in the capital.", lost(1860)),
    ("The death toll from jihadist attacks has risen to ⟦300⟧.", killed(300)),
    # a body of fighters is no fighter; members of a family are no fighters; a rate is no count
    ("It killed ⟦21⟧ people, an ethnic rebel group and local media said.", killed(21)),
    ("The raid killed ⟦two⟧ rebel group members.", killed(2, "combatant")),
    ("The drone hit a home, killing ⟦nine⟧ members of the same family.", killed(9)),
    ("The drone hit a post, killing ⟦nine⟧ members of the militia.", killed(9, "combatant")),
    ("The rate was 19.3 deaths per 100,000 people.",),
    ("⟦Two⟧ Indian army officers were killed.", killed(2, "combatant")),
    ("⟦Three⟧ soldiers and ⟦an⟧ officer were killed.", killed(3, "combatant"), killed(1, "combatant")),
    ("⟦Three⟧ soldiers and ⟦a⟧ policeman were killed.", killed(3, "combatant"), killed(1, "police")),
    ("⟦Two⟧ officers of the Malian army were killed.", killed(2, "combatant")),
    ("⟦Two⟧ officers were killed at the station.", killed(2, "police")),
    # totals, parts and enumerations
    ("⟦3⟧ killed: ⟦1⟧ in Sumy, ⟦2⟧ in Kharkiv.", killed(3), killed(1, subset_of=0), killed(2, subset_of=0)),
    ("⟦Three⟧ dead: ⟦one⟧ in Sumy and ⟦two⟧ in Kharkiv.", killed(3), killed(1, subset_of=0), killed(2, subset_of=0)),
    ("⟦Two⟧ brothers and their sister were killed.", killed(2)),
    # ellipsis and distributives
    ("The raid wounded ⟦20⟧ and displaced ⟦11,000⟧.", wounded(20), displaced(11_000)),
    ("⟦19⟧ died in Homs, ⟦7⟧ in Hama.", killed(19), killed(7)),
    ("The two sides lost ⟦90⟧ soldiers each.", lost(90, "combatant", per="side")),
    # N of M
    ("⟦18⟧ of the ⟦22⟧ drones were shot down.", intercepted(18, "uav", of=1), launched(22, "uav")),
    # earlier values, changes, rising tolls
    ("tanks - ⟦2,814⟧ (+⟦10⟧) were destroyed", destroyed(2814, "tank"), destroyed(10, "tank", change_of=0)),
    ("The death toll ⟦tops 40,000⟧.", killed(at_least(40_000))),
    ("The death toll ⟦nears 40,000⟧.", killed(about(40_000))),
    ("Another ⟦700⟧ soldiers were killed.", killed(700, "combatant", count="increment")),
    # bounds in words
    ("⟦Ten or more⟧ people were killed.", killed(at_least(10))),
    ("⟦No fewer than ten⟧ people were killed.", killed(at_least(10))),
    ("⟦As many as ten⟧ people were killed.", killed(at_most(10))),
    ("⟦Upwards of ten⟧ people were killed.", killed(at_least(10))),
    ("⟦A dozen or so⟧ people were killed.", killed(about(12))),
    ("⟦Some two dozen⟧ people were killed.", killed(about(24))),
    ("⟦Well over a hundred⟧ people were killed.", killed(at_least(100))),
    ("Somewhere ⟦between 40 and 50⟧ people were killed.", killed(between(40, 50))),
    # denials and corrections
    ("Earlier talk of ⟦12⟧ dead was wrong; it is nine.", killed(12)),
    ("Sixty names were struck off the list of the dead as duplicates.", NOTHING),
    # euphemisms and slang
    ("⟦Two⟧ soldiers were martyred.", killed(2, "combatant", term="martyred")),
    ("⟦35⟧ terrorists were neutralised.", killed(35, "combatant", term="neutralised")),
    ("⟦About 300⟧ occupiers were liquidated.", killed(about(300), "combatant", term="liquidated")),
    ("The unit had ⟦3⟧ KIA and ⟦7⟧ WIA.", killed(3), wounded(7)),
    # joint kinds stay joined
    ("⟦At least 30⟧ people were killed or wounded.", casualties(at_least(30))),
    ("Air raids killed or injured ⟦nearly 40⟧ civilians.", casualties(about(40), "civilian")),
    ("⟦30⟧ people were killed and wounded.", casualties(30)),
    ("⟦30⟧ tanks were destroyed or damaged.", lost(30, "tank")),
    ("⟦700⟧ soldiers were killed or captured.", lost(700, "combatant")),
    # zero
    ("⟦Not one⟧ civilian was hurt.", wounded(0, "civilian")),
    ("⟦Not a single⟧ soldier died.", killed(0, "combatant")),
    # exclusions
    ("⟦Eight⟧ people died, not counting the three attackers.", killed(8)),
    ("⟦Eight⟧ dead, the bomber among them.", killed(8)),
    ("The count of ⟦440⟧ dead leaves out those under the rubble.", killed(440)),
    # unknown parts
    ("Children are among the ⟦15⟧ dead.", killed(15)),
    ("⟦Fifteen⟧ people were killed, half of them children.", killed(15)),
    ("Three whole families were killed.", NOTHING),
    ("A busload of pilgrims was killed.", NOTHING),
    ("Many were killed and many more wounded.", NOTHING),
    # attribution
    ("⟦12⟧ people were killed, Dawn reported, quoting ISPR.", killed(12)),
    ("⟦12⟧ soldiers were killed, it said.", killed(12, "combatant")),
    ("It put its own losses at ⟦12⟧ dead.", killed(12)),
    # another incident inside today's story
    (
        "In the town where ⟦52⟧ people died in January, ⟦three⟧ more were killed on Monday.",
        killed(52, period="in January"),
        killed(3, period="on Monday"),
    ),
    # decoys
    ("A 69-year-old was said to be safe after the killing.", NOTHING),
    ("The killing in 2014 was the work of four men, two of whom got 20 years.", NOTHING),
    ("The $61 million package will not bring back the dead, he said.", NOTHING),
    ("The dead man's house is 400 metres from the school.", NOTHING),
    ("A Kh-101 missile destroyed the depot.", NOTHING),
    ("The 120th Battalion buried its dead.", NOTHING),
    ("A force of 3,000 troops faced the militia, whose leader was killed.", NOTHING),
    ("The army hit 140 targets, killing its commander.", NOTHING),
    ("98 air raids were counted on the day he was killed.", NOTHING),
    ("Shared 1,200 times: video of the killed commander.", NOTHING),
    ("A vote of 52 to 48 killed the bill.", NOTHING),
    ("4.2K likes: they killed it.", NOTHING),
    ("Related: 12 photos of the wounded city.", NOTHING),
    ("Some 58 hostages are still held.", NOTHING),
    ("300 trucks of aid entered after the killing stopped.", NOTHING),
    ("Excess deaths could reach 186,000, a journal wrote.", NOTHING),
    ("He was killed in apartment 12 of block 4.", NOTHING),
    ("The soldier killed was number 7 of 12 siblings.", NOTHING),
    ("It is day 300 of the war that killed his son.", NOTHING),
    ("They killed time until 12.", NOTHING),
    ("Two World War II bombs were found near a mass grave.", NOTHING),
    ("He died one week after his wife.", NOTHING),
    ("One of the soldiers' mothers wept for her dead son.", NOTHING),
    ("One day he was wounded.", NOTHING),
    ("He was killed with two pistols in his hands.", NOTHING),
    ("She was wounded when three men opened fire.", NOTHING),
    ("He was shot by two men on a motorbike.", NOTHING),
    ("The mayor was killed by a mob of 200.", NOTHING),
    ("The president was wounded, and 2,000 police were sent to the town.", NOTHING),
    ("The town was destroyed and 300 engineers came to rebuild it.", NOTHING),
    ("Troops captured the town, which 40,000 people call home.", NOTHING),
    ("The army released 12 photographs of the dead.", NOTHING),
    ("They fired on a crowd of 300.", NOTHING),
    ("The rebels took 20 days to capture the town.", NOTHING),
    ("The company lost 300 jobs.", NOTHING),
    ("He was arrested with 12 kilos of explosives.", NOTHING),
    ("Police detained ⟦a⟧ man who had killed no one.", detained(1)),
    ("Two parties rejected the report on the killings.", NOTHING),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_phenomena(row: Row) -> None:
    check(row)
