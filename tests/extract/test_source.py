"""Who says it: before, after and in the middle of a sentence, carried on, quoted, or worked out by the outlet."""

from __future__ import annotations

import pytest

from expect import Row, at_least, check, killed, lost, wounded
from tallywire.claims.article import Article, Segment
from tallywire.extract.document import read

CASES = [
    # a report that speaks; a name before its letters; who did one thing and said another; speakers with a clause
    ("⟦In all 1,660⟧ people were killed, a UN report said Friday.", killed(1660, source="a UN report")),
    (
        "⟦40⟧ people were killed in May, the United Nations Integrated Office in Haiti (BINUH) said on Friday.",
        killed(40, source="the United Nations Integrated Office in Haiti"),
    ),
    (
        "The army searched three provinces in response and said it had killed ⟦146⟧ militants.",
        killed(146, "combatant", source="The army"),
    ),
    (
        "Gunmen attacked a bus, according to local residents who said ⟦one⟧ civilian was killed.",
        killed(1, "civilian", source="local residents"),
    ),
    (
        "The governor of the Mykolaiv region said ⟦six⟧ people were killed.",
        killed(6, source="The governor of the Mykolaiv region"),
    ),
    # a strike that claims lives says nothing; a name with its letters behind it speaks
    ("Drone Strike on Kyiv Claims ⟦Six⟧ Lives", killed(6, source=None)),
    (
        "The ministry claims ⟦six⟧ soldiers were killed.",
        killed(6, "combatant", source="The ministry", stance="alleged"),
    ),
    (
        "The National Medical Union (NMU) accused the army of killing ⟦over 100⟧ civilians.",
        killed(at_least(100), "civilian", source="The National Medical Union", stance="alleged"),
    ),
    (
        "In a statement issued by the governor's office on Monday, ⟦six⟧ people were killed.",
        killed(6, source="the governor's office"),
    ),
    ("According to a statement released by the army, ⟦five⟧ people were killed.", killed(5, source="the army")),
    (
        "The group, which has 4,000 men according to the council, lost ⟦60⟧ fighters, a military source said.",
        lost(60, "combatant", source="a military source"),
    ),
    # in the sentence
    ("The ministry said that ⟦12⟧ people were killed.", killed(12, source="The ministry", voice="indirect")),
    ("The ministry said ⟦12⟧ people were killed.", killed(12, source="The ministry")),
    ("The ministry said on Monday that ⟦12⟧ people were killed.", killed(12, source="The ministry")),
    ("⟦12⟧ people were killed, the ministry said.", killed(12, source="the ministry", voice="indirect")),
    ("⟦12⟧ people were killed, the ministry said on Monday.", killed(12, source="the ministry")),
    ("⟦12⟧ people were killed, said the governor, Oleh Synko.", killed(12, source="the governor")),
    ("⟦12⟧ people were killed, according to the governor.", killed(12, source="the governor")),
    ("According to the governor, ⟦12⟧ people were killed.", killed(12, source="the governor")),
    (
        "According to local officials, ⟦12⟧ people were killed and ⟦four⟧ wounded.",
        killed(12, source="local officials"),
        wounded(4, source="local officials"),
    ),
    (
        "⟦Four⟧ soldiers died, the army said, and ⟦six⟧ were hurt.",
        killed(4, "combatant", source="the army"),
        wounded(6, "combatant", source="the army"),
    ),
    (
        "⟦Four⟧ soldiers died and ⟦six⟧ were hurt, the army said.",
        killed(4, "combatant", source="the army"),
        wounded(6, "combatant", source="the army"),
    ),
    ("Officials on Tuesday said ⟦12⟧ people were killed.", killed(12, source="Officials")),
    ("Oleh Synko, the governor of the region, said ⟦12⟧ people were killed.", killed(12, source="Oleh Synko")),
    ("The governor of the region, Oleh Synko, said ⟦12⟧ people were killed.", killed(12, source="Oleh Synko")),
    ("The ministry condemned the strike, saying ⟦12⟧ people were killed.", killed(12, source="The ministry")),
    # a country at the head of a headline says where
    ("Gaza: strikes kill ⟦12⟧ people.", killed(12, source=None)),
    ("The army, under pressure, said it had lost ⟦13⟧ soldiers.", lost(13, "combatant", source="The army")),
    ("The Russian army statement said ⟦12⟧ tanks were lost.", lost(12, "tank", source="The Russian army")),
    ("Police reported ⟦12⟧ dead.", killed(12, source="Police")),
    ("Police confirmed that ⟦12⟧ had died.", killed(12, source="Police")),
    (
        "Hospital sources told Reuters that ⟦12⟧ people were killed.",
        killed(12, source="Hospital sources", via=("Reuters",)),
    ),
    (
        "The General Staff wrote on Facebook that ⟦710⟧ soldiers were killed.",
        killed(710, "combatant", source="The General Staff", via=("Facebook",)),
    ),
    ("Witnesses claimed that ⟦12⟧ people were killed.", killed(12, source="Witnesses", stance="alleged")),
    ("The army denied that ⟦12⟧ civilians were killed.", killed(12, "civilian", source="The army", stance="denied")),
    ("Citing hospital officials, the paper said ⟦12⟧ people were killed.", killed(12)),
    ("The UN says ⟦at least 1,500⟧ civilians have been killed.", killed(at_least(1500), "civilian", source="The UN")),
    ("Human Rights Watch said ⟦12⟧ people were killed.", killed(12, source="Human Rights Watch")),
    (
        "The Syrian Observatory for Human Rights said ⟦12⟧ people were killed.",
        killed(12, source="The Syrian Observatory for Human Rights"),
    ),
    ("Gaza's health ministry said ⟦12⟧ people were killed.", killed(12, source="Gaza's health ministry")),
    ("⟦12⟧ people were killed in Marib, a medical source said.", killed(12, source="a medical source")),
    ("⟦12⟧ people were killed in Marib, two medics said.", killed(12, source="two medics")),
    (
        "A spokesman for the army said ⟦12⟧ rebels were killed.",
        killed(12, "combatant", source="A spokesman for the army"),
    ),
    ("In a statement, the army said ⟦12⟧ rebels were killed.", killed(12, "combatant", source="the army")),
    ("The army said in a statement that ⟦12⟧ rebels were killed.", killed(12, "combatant", source="The army")),
    (
        "The army said ⟦12⟧ rebels were killed, while the rebels said they lost ⟦three⟧ men.",
        killed(12, "combatant", source="The army"),
        lost(3, source="the rebels"),
    ),
    # quotation
    ("“⟦Twelve⟧ people were killed,” the mayor said.", killed(12, source="the mayor", voice="direct")),
    ('"⟦Twelve⟧ people were killed," the mayor said.', killed(12, source="the mayor", voice="direct")),
    ("The mayor said: “⟦Twelve⟧ people were killed.”", killed(12, source="The mayor", voice="direct")),
    ("“It was dark,” the mayor said. “⟦Twelve⟧ people were killed.”", killed(12, source="the mayor", voice="direct")),
    ("“⟦Twelve⟧ people were killed.”", killed(12, source=None, voice="direct")),
    # carried over
    ("Police said the bomb went off at noon. ⟦Twelve⟧ people were killed.", killed(12, source=None, voice="own")),
    ("The army said it struck the camp. It said ⟦12⟧ rebels were killed.", killed(12, "combatant", source="The army")),
    ("The governor, Oleh Synko, came to the site. He said ⟦12⟧ people were killed.", killed(12)),
    ("Oleh Synko said help was on the way. He added that ⟦12⟧ people were killed.", killed(12, source="Oleh Synko")),
    ("⟦Twelve⟧ people were killed. The governor said so on television.", killed(12, source="The governor")),
    (
        "The ministry said ⟦12⟧ people were killed. Another ⟦21⟧ were wounded.",
        killed(12, source="The ministry"),
        wounded(21, source="The ministry"),
    ),
    (
        "The ministry said ⟦12⟧ people were killed. Of the dead, ⟦four⟧ were children.",
        killed(12, source="The ministry"),
        killed(4, "child", source="The ministry"),
    ),
    # headlines
    ("ISPR: ⟦2⟧ soldiers killed in Waziristan", killed(2, "combatant", source="ISPR")),
    # worked out by the outlet
    (
        "⟦4,560⟧ were killed in one week, according to a tally of updates from the General Staff.",
        killed(4560, source=None, voice="own", derived_from=("General Staff",)),
    ),
    # nobody
    ("⟦12⟧ people were killed.", killed(12, source=None, voice="own")),
    ("⟦12⟧ people were reported killed.", killed(12, source=None)),
    ("⟦12⟧ people were killed in what officials said was an accident.", killed(12)),
    ("It is said that ⟦12⟧ people were killed.", killed(12, source=None)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_source(row: Row) -> None:
    check(row)


SPEECH = (
    '"They came at night," said Anna Bondar of the relief council.',
    '"They killed 12 people and wounded 30 others."',
    '"Nobody helped us. Six children died on the road."',
    'A day later "at least three people were hurt".',
)


def test_a_speech_in_several_paragraphs_names_its_speaker_once() -> None:
    text = "\n\n".join(SPEECH)
    starts = [text.index(paragraph) for paragraph in SPEECH]
    body = tuple(Segment("body", at, at + len(said)) for at, said in zip(starts, SPEECH, strict=True))
    figures = read(Article("a", text, body, lang="en")).figures
    speaker = "Anna Bondar of the relief council"
    assert [one.source.name if one.source else None for one in figures] == [speaker, speaker, speaker, None]
