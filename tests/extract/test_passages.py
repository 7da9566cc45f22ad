"""Passages in the manner of news: every figure of them, and none of the numbers that stand beside."""

from __future__ import annotations

import pytest

from expect import (
    Row,
    abducted,
    about,
    at_least,
    captured,
    check,
    destroyed,
    detained,
    displaced,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    recaptured,
    remains,
    vague,
    wounded,
)

CASES = [
    (
        (
            "A car bomb went off outside a police station in the port city on Tuesday, killing ⟦at least seven⟧ "
            "people and wounding ⟦more than 20⟧ others, police said. The 40-kilogram device had been hidden in a "
            "taxi."
        ),
        killed(at_least(7), source="police", period="on Tuesday"),
        wounded(at_least(20), source="police"),
    ),
    (
        (
            "⟦Five⟧ people, among them ⟦two⟧ teenage girls, died when a shell landed in the yard of School No. "
            "14, the mayor said. ⟦Eleven⟧ others were taken to hospital."
        ),
        killed(5, source="the mayor"),
        killed(2, "child", subset_of=0),
        wounded(11),
    ),
    (
        (
            "⟦At least six⟧ Palestinians, most of them women, were killed and ⟦more than a dozen⟧ wounded on "
            "Sunday when a missile hit a queue for water, medics said."
        ),
        killed(at_least(6), source="medics", period="on Sunday"),
        wounded(at_least(12), source="medics"),
    ),
    (
        ("The army said it had killed ⟦14⟧ insurgents in two operations in the north-west and lost ⟦one⟧ soldier."),
        killed(14, "combatant", source="The army"),
        lost(1, "combatant", source="The army"),
    ),
    (
        (
            "Overnight the air force shot down ⟦41⟧ of ⟦53⟧ drones launched by Russia; ⟦seven⟧ others were lost "
            "from radar."
        ),
        intercepted(41, "uav", of=1),
        launched(53, "uav"),
        lost(7, "uav"),
    ),
    (
        "A hospital source told AFP that it had received ⟦nine⟧ bodies and ⟦32⟧ wounded after the strike.",
        remains(9, source="A hospital source", via=("AFP",)),
        wounded(32, source="A hospital source"),
    ),
    (
        (
            "The hospital said the dead included ⟦six⟧ children under the age of 12. It put the number of wounded "
            "at ⟦30⟧."
        ),
        killed(6, "child", source="The hospital"),
        wounded(30),
    ),
    (
        (
            "⟦Three⟧ soldiers of the peacekeeping force were killed and ⟦five⟧ injured when their vehicle struck "
            "a mine about 40 km from the border."
        ),
        killed(3, "combatant"),
        wounded(5, "combatant"),
    ),
    (
        (
            "The UN refugee agency said ⟦over 100,000⟧ people had fled the country, with ⟦some 330,000⟧ displaced "
            "inside it."
        ),
        displaced(at_least(100_000), source="The UN refugee agency"),
        displaced(about(330_000), source="The UN refugee agency"),
    ),
    (
        "⟦A⟧ 34-year-old man and ⟦two⟧ boys, aged nine and 11, were hurt by the debris of a Shahed-136 drone.",
        wounded(1),
        wounded(2, "child"),
    ),
    (
        ("⟦One⟧ person died and ⟦four⟧ were injured, including ⟦a⟧ child, the regional governor wrote on Telegram."),
        killed(1, source="the regional governor", via=("Telegram",)),
        wounded(4, source="the regional governor", via=("Telegram",)),
        wounded(1, "child", subset_of=1),
    ),
    (
        ("The general, 58, had led the 3rd Corps for two years. He was killed together with ⟦three⟧ bodyguards."),
        killed(3, "police"),
    ),
    (
        "Of the 58 people aboard the bus, ⟦17⟧ were killed and ⟦22⟧ hurt.",
        killed(17),
        wounded(22),
    ),
    (
        "Rescuers pulled ⟦12⟧ bodies from the rubble of a nine-storey block, bringing the death toll to ⟦44⟧.",
        remains(12),
        killed(44, count="running_total"),
    ),
    (
        (
            "In its daily update the General Staff said Russia had lost ⟦about 79,400⟧ troops, ⟦2,814⟧ tanks and "
            "⟦278⟧ planes."
        ),
        lost(about(79_400), "combatant", side="Russia"),
        lost(2814, "tank", side="Russia"),
        lost(278, "aircraft", side="Russia"),
    ),
    (
        "The strike, the deadliest in 18 months, left a crater 5 metres deep and killed ⟦a⟧ family doctor.",
        killed(1, "aid_worker"),
    ),
    (
        "Police arrested ⟦23⟧ people after the march, which drew 10,000. ⟦Two⟧ officers were slightly hurt.",
        detained(23),
        wounded(2, "police"),
    ),
    (
        "Rebels freed ⟦39⟧ hostages, ⟦12⟧ of them women, after a ransom of $2 million was paid.",
        freed(39),
        freed(12, "woman", subset_of=0),
    ),
    (
        "Ukraine and Russia swapped ⟦50⟧ prisoners each on Thursday, the third exchange in a week.",
        freed(50, per="side", period="on Thursday"),
    ),
    ("Nobody was hurt in the blast, which broke 120 windows.",),
    (
        (
            "A film about the 1943 uprising, in which 300 fighters are killed, opens in 40 cinemas; the director "
            "and two actors came to its premiere, and the plot follows one family."
        ),
    ),
    (("The striker killed off the match with two late goals as the team won 3-1 in front of 40,000 fans in the cup."),),
    (
        "Soldiers retook ⟦four⟧ villages from the militia and captured ⟦30⟧ fighters with 12 machine guns.",
        recaptured(4, "settlement"),
        captured(30, "combatant"),
    ),
    (
        "Suicide bomber kills ⟦15⟧, wounds ⟦40⟧ in attack on mosque",
        killed(15),
        wounded(40),
    ),
    (
        "⟦Dozens⟧ feared dead after dam collapses in shelling",
        killed(vague(24, 99), stance="expected"),
    ),
    (
        "Israel says ⟦two⟧ soldiers killed in Gaza, ⟦three⟧ badly wounded",
        killed(2, "combatant", source="Israel"),
        wounded(3, "combatant", source="Israel"),
    ),
    (
        "The attackers set fire to ⟦40⟧ houses and stole 300 sheep.",
        destroyed(40, "building"),
    ),
    (
        "The hospital, which has 120 beds, treated ⟦86⟧ wounded people in one night.",
        wounded(86, period="in one night"),
    ),
    (
        "Some 2,000 soldiers took part in the parade for the ⟦17⟧ killed in last year's raid.",
        killed(17),
    ),
    ("Twelve years after the war in which his brother was killed, he runs a shop with three friends.",),
    ("He served 12 years for killing his wife.",),
    (
        "The court sentenced four men to death for the murder of ⟦a⟧ journalist in 2018.",
        killed(1, "journalist"),
    ),
    (
        "The ⟦two⟧ dead and ⟦one⟧ of the wounded are from the same village.",
        killed(2),
        wounded(1),
    ),
    (
        ("Officials in Goma counted ⟦773⟧ bodies in hospital morgues by January 30, and ⟦2,880⟧ people were injured."),
        remains(773, source="Officials in Goma"),
        wounded(2880, source="Officials in Goma"),
    ),
    (
        "The NGO said it had documented ⟦1,034⟧ deaths in detention, ⟦27⟧ of them of minors, over 12 years.",
        killed(1034, source="The NGO"),
        killed(27, subset_of=0),
    ),
    (
        "⟦More than 1,200⟧ people, mostly civilians, were killed and ⟦251⟧ taken hostage on October 7.",
        killed(at_least(1200), period="on October 7"),
        abducted(251, period="on October 7"),
    ),
    (
        "Drones hit an oil depot 300 km inside Russia; a local official said ⟦one⟧ guard was wounded.",
        wounded(1, "police", source="a local official"),
    ),
    (
        "“They killed my ⟦two⟧ brothers,” said Amina, 31.",
        killed(2, source="Amina", voice="direct"),
    ),
    ("Relatives buried the 12 victims on Friday.",),
    (
        "The rebels released a video showing ⟦20⟧ captured soldiers.",
        captured(20, "combatant"),
    ),
    (
        ("The M23 group, which has 8,000 fighters, seized the town; ⟦at least 17⟧ people died and ⟦370⟧ were wounded."),
        killed(at_least(17)),
        wounded(370),
    ),
    (
        "⟦19⟧ people died in Homs, ⟦7⟧ in Hama.",
        killed(19),
        killed(7),
    ),
    (
        "A source in the ministry put the losses at ⟦40⟧ killed and ⟦120⟧ wounded.",
        killed(40, source="A source in the ministry"),
        wounded(120, source="A source in the ministry"),
    ),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0][:60])
def test_passages(row: Row) -> None:
    check(row)
