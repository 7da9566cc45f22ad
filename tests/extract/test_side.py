"""Whose loss it is: of whom the words say it, who lost it, who was hit."""

from __future__ import annotations

import pytest

from expect import (
    Row,
    abducted,
    about,
    captured,
    casualties,
    check,
    destroyed,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    wounded,
)

CASES = [
    ("A strike killed ⟦13⟧ people in S. Lebanon.", killed(13, place=None)),  # the letter is no place
    # who stands behind a preposition did not do it
    (
        "Movements tied to al-Qaeda and the Islamic State have killed ⟦2,000⟧ people.",
        killed(2000, blamed=None),
    ),
    # another's toll is not of the fighters told of before
    (
        "The IDF said it killed ⟦12⟧ Hezbollah operatives; Lebanon's health ministry put the toll at ⟦17⟧.",
        killed(12, "combatant", side="Hezbollah"),
        killed(17, "person", side="Lebanon"),
    ),
    # policemen are not the militants of the sentence before; between two countries named alike, neither
    (
        "⟦Four⟧ militants were killed. ⟦Three⟧ policemen were wounded.",
        killed(4, "combatant", side="militants"),
        wounded(3, "police", side=None),
    ),
    (
        "India and Pakistan both claim the valley. ⟦Two⟧ soldiers were killed there.",
        killed(2, "combatant", side=None),
    ),
    # civilians are a population's, never an armed group's; a group named once in passing does not own all militants
    (
        "The RSF holds the market. The army of Sudan struck it on Monday: strikes on the RSF killed ⟦12⟧ civilians.",
        killed(12, "civilian", side="civilians of Sudan"),
    ),
    (
        "⟦Six⟧ militants were killed on Monday. Kenya and Somalia said that one was a courier of Al-Shabaab.",
        killed(6, "combatant", side="militants"),
    ),
    # another deed of the same doer
    (
        "Moscow said its forces had killed ⟦410⟧ Ukrainian troops and destroyed ⟦two⟧ tanks.",
        killed(410, "combatant", side="Ukraine"),
        destroyed(2, "tank", side="Ukraine"),
    ),
    # whether the suspected are fighters or civilians is what is in doubt
    ("⟦17⟧ suspected militants were killed in North Waziristan.", killed(17, side=None)),
    # more of those told of just before
    (
        "They shot down ⟦296⟧ Russian drones, while another ⟦40⟧ drones were lost.",
        intercepted(296, "uav", side="Russia"),
        lost(40, "uav", side="Russia"),
    ),
    # a place at the head of a headline strikes nobody
    ("Sudan: drone strike kills ⟦70⟧ in the market.", killed(70, side=None)),
    # named beside the noun
    ("⟦15⟧ Ethiopian soldiers were killed.", killed(15, "combatant", side="Ethiopia")),
    ("⟦15⟧ Ethiopian army soldiers were killed.", killed(15, "combatant", side="Ethiopia")),
    ("⟦Nearly 80,000⟧ Russian troops were killed.", killed(about(80_000), "combatant", side="Russia")),
    ("⟦Two⟧ soldiers of the Nigerian army were killed.", killed(2, "combatant", side="Nigeria")),
    ("⟦Two⟧ Ukrainian tanks were destroyed.", destroyed(2, "tank", side="Ukraine")),
    ("⟦Three⟧ Israeli soldiers were wounded.", wounded(3, "combatant", side="Israel")),
    ("⟦Three⟧ Hamas fighters were killed.", killed(3, "combatant", side="Hamas")),
    ("⟦Three⟧ Houthi fighters were killed.", killed(3, "combatant", side="Houthi")),
    ("⟦Five⟧ Al-Shabaab militants were killed.", killed(5, "combatant", side="Al-Shabaab")),
    ("⟦Two⟧ Fano fighters were killed.", killed(2, "combatant", side="Fano")),
    # who lost it
    ("Russia lost ⟦2,814⟧ tanks.", lost(2814, "tank", side="Russia")),
    ("Azerbaijan lost ⟦2,906⟧ troops.", lost(2906, "combatant", side="Azerbaijan")),
    ("Russian casualties totaled ⟦710⟧ on Friday.", casualties(710, side="Russia")),
    ("Russia has suffered ⟦100,000⟧ casualties.", casualties(100_000, side="Russia")),
    ("Russia's military has taken ⟦100,000⟧ casualties.", casualties(100_000, "combatant", side="Russia")),
    ("Ukraine admitted the loss of ⟦three⟧ tanks.", lost(3, "tank", side="Ukraine")),
    ("Ukraine's losses amounted to ⟦40⟧ soldiers.", lost(40, "combatant", side="Ukraine")),
    # who was hit
    ("Russian shelling killed ⟦two⟧ Ukrainian soldiers.", killed(2, "combatant", side="Ukraine")),
    (
        "Russia shelled the town and killed ⟦two⟧ soldiers. Ukraine promised an answer.",
        killed(2, "combatant", side="Ukraine"),
    ),
    ("Ukraine said it had killed ⟦12⟧ soldiers. Russia said nothing.", killed(12, "combatant", side="Russia")),
    ("Israel said its jets killed ⟦12⟧ Hezbollah fighters.", killed(12, "combatant", side="Hezbollah")),
    ("An Israeli raid killed ⟦three⟧ Hamas commanders.", killed(3, "combatant", side="Hamas")),
    # launched and intercepted
    ("Russia launched ⟦67⟧ drones at Ukraine.", launched(67, "uav", side="Ukraine")),
    ("Russia fired ⟦33⟧ missiles against Ukraine overnight.", launched(33, "missile", side="Ukraine")),
    ("Ukraine shot down ⟦58⟧ Russian drones.", intercepted(58, "uav", side="Russia")),
    ("⟦58⟧ Russian drones were shot down.", intercepted(58, "uav", side="Russia")),
    ("Russia attacked Ukraine. Ukraine's air force shot down ⟦58⟧ drones.", intercepted(58, "uav", side="Russia")),
    ("Iran fired ⟦200⟧ missiles at Israel.", launched(200, "missile", side="Israel")),
    ("The Houthis fired ⟦two⟧ missiles at Israel.", launched(2, "missile", side="Israel")),
    ("Israel intercepted ⟦two⟧ Houthi missiles.", intercepted(2, "missile", side="Houthi")),
    # civilians are a population, never a belligerent
    ("⟦Six⟧ Ukrainian civilians were killed.", killed(6, "civilian", side="civilians of Ukraine")),
    ("⟦Six⟧ civilians were killed in Ukraine.", killed(6, "civilian", side="civilians of Ukraine")),
    ("⟦Six⟧ people were killed in Kherson.", killed(6, side="people of Kherson")),
    ("⟦Six⟧ Ukrainian children were killed.", killed(6, "child", side="civilians of Ukraine")),
    ("⟦Four⟧ Israeli civilians were wounded.", wounded(4, "civilian", side="civilians of Israel")),
    ("⟦Four⟧ Palestinian children were wounded.", wounded(4, "child")),
    # captured, freed, recaptured
    ("Ukraine captured ⟦12⟧ Russian soldiers.", captured(12, "combatant", side="Russia")),
    ("Russia freed ⟦95⟧ Ukrainian soldiers.", freed(95, "combatant", side="Ukraine")),
    ("Ukraine captured ⟦three⟧ Russian tanks.", captured(3, "tank", side="Russia")),
    # parts share the side of their whole
    (
        "⟦12⟧ Russian soldiers were killed, including ⟦two⟧ officers.",
        killed(12, "combatant", side="Russia"),
        killed(2, "combatant", side="Russia", subset_of=0),
    ),
    # who loses them is not who was killed; an exchange is of both sides
    (
        "Mali's army killed ⟦50⟧ rebels in the north and lost ⟦two⟧ men.",
        killed(50, "combatant", side="rebels"),
        lost(2, side="Mali"),
    ),
    ("Russia and Ukraine exchanged ⟦303⟧ prisoners each.", freed(303, side=None)),
    # who leads the attackers did it
    (
        "Hamas-led gunmen killed ⟦some 1,200⟧ people and took ⟦251⟧ hostages, Israel and Palestine said.",
        killed(about(1200), side="Israel"),
        abducted(251, side="Israel"),
    ),
    # the speaker is not the side
    ("Ukraine said ⟦12⟧ Russian soldiers were killed.", killed(12, "combatant", side="Russia", source="Ukraine")),
    ("Russia said ⟦12⟧ Ukrainian soldiers were killed.", killed(12, "combatant", side="Ukraine", source="Russia")),
    ("Reuters said ⟦12⟧ Ukrainian soldiers were killed.", killed(12, "combatant", side="Ukraine")),
    # nobody is named
    ("⟦12⟧ soldiers were killed.", killed(12, "combatant", side=None)),
    ("⟦12⟧ people were killed.", killed(12, side=None)),
    ("⟦Two⟧ tanks were destroyed.", destroyed(2, "tank", side=None)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_side(row: Row) -> None:
    check(row)
