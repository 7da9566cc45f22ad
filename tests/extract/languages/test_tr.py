"""Turkish as news writes it: verbs at the end, nouns in the singular with endings, digits with an apostrophe."""

from __future__ import annotations

import pytest

from expect import (
    NOTHING,
    Row,
    abducted,
    about,
    at_least,
    at_most,
    between,
    captured,
    casualties,
    check,
    damaged,
    destroyed,
    detained,
    displaced,
    evacuated,
    freed,
    intercepted,
    killed,
    launched,
    lost,
    missing,
    recaptured,
    remains,
    vague,
    wounded,
)
from tallywire.claims.article import Article, Segment
from tallywire.extract.document import read

CASES = [
    # word order and endings
    ("Saldırıda ⟦en az 12⟧ kişi öldü.", killed(at_least(12))),
    ("Saldırıda ⟦12⟧ kişi hayatını kaybetti, ⟦30⟧ kişi yaralandı.", killed(12), wounded(30)),
    ("Saldırıda ⟦14⟧ kişinin öldüğü, ⟦40⟧ kişinin de yaralandığı bildirildi.", killed(14), wounded(40)),
    ("Patlamada hayatını kaybeden ⟦dört⟧ asker toprağa verildi.", killed(4, "combatant")),
    ("Ordu ⟦20⟧ militanı öldürdü.", killed(20, "combatant")),
    ("⟦Üç⟧ çocuk dün gece Gazze'de öldürüldü.", killed(3, "child")),
    ("Operasyonda ⟦12⟧ terörist etkisiz hale getirildi.", killed(12, "combatant")),
    ("Çatışmada ⟦iki⟧ polis şehit oldu.", killed(2, "police")),
    ("Bombardıman ⟦yedi⟧ sivilin ölümüne neden oldu.", killed(7, "civilian")),
    ("Saldırıda ⟦beş⟧ kişi öldü, ⟦18⟧ kişi de ağır yaralandı.", killed(5), wounded(18)),
    ("⟦Dört⟧ askerin yaralandığı saldırıyı kimse üstlenmedi.", wounded(4, "combatant")),
    # headlines and nouns of harm
    ("Sınır köyüne füze saldırısı: ⟦2⟧ ölü", killed(2)),
    ("Pazar yerine saldırı: ⟦12⟧ ölü, ⟦onlarca⟧ yaralı", killed(12), wounded(vague(20, 99))),
    ("Hastaneye ⟦125⟧ yaralı getirildi.", wounded(125)),
    ("Patlamada ⟦en az bir⟧ ölü var.", killed(at_least(1))),
    # tolls
    ("Ölü sayısı ⟦41⟧'e yükseldi.", killed(41)),
    ("Can kaybı ⟦47 bin 318⟧'e çıktı.", killed(47318)),
    ("Ölenlerin sayısı ⟦30⟧'a ulaştı.", killed(30)),
    ("Ölenler ⟦47 bin 318⟧'e, yaralananlar da ⟦109 bin 264⟧'e çıktı.", killed(47318), wounded(109264)),
    ("Yaralı sayısı ⟦yaklaşık 100⟧'e yükseldi.", wounded(about(100))),
    # parts
    ("⟦12⟧'si çocuk ⟦30⟧ kişi öldü.", killed(12, "child", subset_of=1), killed(30)),
    ("Saldırıda ⟦15⟧ kişi öldü. Bunların ⟦dördü⟧ çocuk.", killed(15), killed(4, "child", subset_of=0)),
    # single victims
    ("Saldırıda ⟦bir⟧ kadın öldü.", killed(1, "woman")),
    ("Saldırıda ⟦bir⟧ kişi öldü, ⟦iki⟧ kişi yaralandı.", killed(1), wounded(2)),
    ("Belediye başkanı yaralandı.", NOTHING),
    # number words, marks, scales
    ("⟦Yirmi beş⟧ asker öldürüldü.", killed(25, "combatant")),
    ("⟦On iki⟧ sivil öldü.", killed(12, "civilian")),
    ("⟦2.500⟧ asker öldü.", killed(2500, "combatant")),
    ("⟦Bin 200⟧ kişi öldü.", killed(1200)),
    ("⟦4 bin⟧ asker yaralandı.", wounded(4000, "combatant")),
    ("⟦1,2 milyon⟧ kişi yerinden edildi.", displaced(1_200_000)),
    ("⟦Yüzlerce⟧ kişi öldü.", killed(vague(200, 999))),
    ("⟦On binlerce⟧ kişi evlerini terk etti.", displaced(vague(20000, 99999))),
    ("⟦Birkaç⟧ asker yaralandı.", wounded(vague(3, 9), "combatant")),
    # hedges on both sides
    ("⟦20'den fazla⟧ kişi öldü.", killed(at_least(20))),
    ("⟦50'yi aşkın⟧ kişi yaralandı.", wounded(at_least(50))),
    ("⟦12 binden fazla⟧ kişi öldü.", killed(at_least(12000))),
    ("⟦Yaklaşık 300⟧ asker teslim oldu.", captured(about(300), "combatant")),
    ("⟦100 kadar⟧ kişi yaralandı.", wounded(about(100))),
    ("⟦En fazla 10⟧ kişi yaralandı.", wounded(at_most(10))),
    ("⟦40 ila 50⟧ militan öldürüldü.", killed(between(40, 50), "combatant")),
    # kinds
    ("⟦20⟧ asker kayıp.", missing(20, "combatant")),
    ("Silahlı kişiler ⟦40⟧ öğrenciyi kaçırdı.", abducted(40, "child")),
    ("Polis ⟦12⟧ kişiyi gözaltına aldı.", detained(12)),
    ("⟦600⟧ kişi tahliye edildi.", evacuated(600)),
    ("⟦115⟧ esir serbest bırakıldı.", freed(115)),
    ("Enkazdan ⟦12⟧ ceset çıkarıldı.", remains(12)),
    ("⟦Üç⟧ bina hasar gördü.", damaged(3, "building")),
    ("⟦Altı⟧ köy geri alındı.", recaptured(6, "settlement")),
    ("Hava savunması ⟦58⟧ İHA'yı düşürdü.", intercepted(58, "uav")),
    ("Rusya gece boyunca ⟦67⟧ İHA ve ⟦dokuz⟧ füze fırlattı.", launched(67, "uav"), launched(9, "missile")),
    ("Tugay ⟦12⟧ tank kaybetti.", lost(12, "tank")),
    (
        "⟦Dört⟧ tank, ⟦iki⟧ helikopter ve ⟦11⟧ İHA imha edildi.",
        destroyed(4, "tank"),
        destroyed(2, "helicopter"),
        destroyed(11, "uav"),
    ),
    ("⟦4 bin⟧ asker öldü veya yaralandı.", casualties(4000, "combatant")),
    # who says it
    ("Bakanlık, ⟦12⟧ kişinin öldüğünü açıkladı.", killed(12, source="Bakanlık")),
    ("Gazze Sağlık Bakanlığı saldırılarda ⟦40⟧ kişinin öldüğünü duyurdu.", killed(40, source="Gazze Sağlık Bakanlığı")),
    ("Sağlık Bakanlığı'na göre ⟦30⟧ kişi öldü.", killed(30, source="Sağlık Bakanlığı")),
    ("Yetkililere göre ⟦altı⟧ kişi yaralandı.", wounded(6, source="Yetkililere")),
    ("Ordu, ⟦50⟧ militanın öldürüldüğünü iddia etti.", killed(50, "combatant", stance="alleged", source="Ordu")),
    ("Bakanlık, ⟦20⟧ askerin öldüğünü yalanladı.", killed(20, "combatant", stance="denied")),
    ("Saldırıda ⟦15⟧ kişinin öldüğü iddia edildi.", killed(15, stance="alleged")),
    ("Saldırıda ⟦20⟧ kişi öldü mü?", killed(20, stance="question")),
    # whose, and over which time
    ("⟦12⟧ Ukrayna askeri öldürüldü.", killed(12, "combatant", side="Ukraine")),
    ("Rusya'nın ⟦300⟧ askeri öldürüldü.", killed(300, "combatant", side="Russia")),
    ("⟦Beş⟧ Filistinli öldürüldü.", killed(5)),
    ("Son 24 saatte ⟦40⟧ kişi öldü.", killed(40, count="period_total")),
    ("7 Ekim 2023'ten bu yana ⟦47 bin⟧ kişi öldü.", killed(47000, count="running_total")),
    # what is no figure
    ("24 Şubat 2022'de ⟦üç⟧ asker öldü.", killed(3, "combatant")),
    ("35 yaşındaki adam ölen yakınlarını anlattı.", NOTHING),
    ("İHA 300 kilometre uçtu, ölen olmadı.", NOTHING),
    ("Ordu 13 hava saldırısı düzenledi, ölenler var.", NOTHING),
    ("Maç 90 dakika sürdü.", NOTHING),
    # the place with its ending, or with a word for a town behind it
    ("Harkiv'de ⟦6⟧ kişi öldü.", killed(6, place="Harkiv", side="people of Harkiv")),
    ("Suriye'nin Halep kentinde ⟦3⟧ kişi öldü.", killed(3, place="Halep")),
    ("Gazze'deki Sağlık Bakanlığı ⟦41⟧ kişinin öldüğünü açıkladı.", killed(41, place=None)),
    ("Ölenlerin sayısı ⟦66 bin 55⟧'e yükseldi.", killed(66_055)),
    ("İsrail ordusu, Han Yunus'ta ⟦3⟧ askerinin öldüğünü duyurdu.", killed(3, "combatant", side="Israel")),
    ("Lübnan Sağlık Bakanlığı: İsrail saldırısında ⟦4⟧ kişi öldü.", killed(4, side="Lebanon")),
    (
        "Rusya Savunma Bakanlığından yapılan açıklamada ⟦76⟧ Ukrayna İHA'sının düşürüldüğü bildirildi.",
        intercepted(76, "uav", source="Rusya Savunma Bakanlığından"),
    ),
    ("Genelkurmaya göre Rusya bir günde ⟦890⟧ asker kaybetti.", lost(890, "combatant", side="Russia")),
    # whose attack it was by its ending; whose fighters
    ("İsrail'in Lübnan'a saldırılarında ⟦5⟧ kişi öldü.", killed(5, side="Lebanon")),
    (
        "İsrail ordusu ise Hizbullah'ın ⟦2⟧ mensubunun öldürüldüğünü savundu.",
        killed(2, "combatant", source="İsrail ordusu", side="Hizbullah", stance="alleged"),
    ),
    ("İsrail ordusu Hizbullah'ın ⟦5⟧ kişiyi öldürdüğünü duyurdu.", killed(5, source="İsrail ordusu", side="Israel")),
    # whose attack it was is no loser
    ("İsrail saldırılarında ölenlerin sayısı ⟦62 bin 895⟧'e çıktı.", killed(62895, side=None)),
    (
        "Bakan ölü sayısının ⟦5⟧'e, yaralı sayısının ⟦22⟧'ye yükseldiğini duyurdu.",
        killed(5, source="Bakan"),
        wounded(22),
    ),
    # a post with its place
    (
        "Belgorod Bölge Valisi Vyaçeslav Test, saldırıda ⟦2⟧ kişinin yaralandığını duyurdu.",
        wounded(2, source="Belgorod Bölge Valisi Vyaçeslav Test"),
    ),
    ("Rusya tarafından vurulan kentte ⟦2⟧ kişinin öldüğünü açıkladı.", killed(2, source=None)),
    # by whom it was told is not said
    ("İsrail saldırılarında ⟦165⟧ Filistinlinin yaşamını yitirdiği bildirildi.", killed(165, source=None)),
    (
        "Sağlık Bakanlığından yapılan açıklamada ⟦12⟧ kişinin öldüğü vurgulandı.",
        killed(12, source="Sağlık Bakanlığından yapılan açıklamada"),
    ),
    ("Ölü sayısı ⟦56⟧'ya, yaralı sayısı ise ⟦132⟧'ye ulaştı.", killed(56), wounded(132)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="tr")


PAGE = (
    "Pazar yerine İHA saldırısı: En az 12 ölü\n\n"
    "Yetkililere göre Rusya'nın Sumi kentine düzenlediği İHA saldırısında en az 12 kişi öldü, 30'dan fazla "
    "kişi yaralandı. Yaralılardan 4'ünün durumu ağır.\n\n"
    "Ukrayna Hava Kuvvetleri, Rusya'nın gece boyunca 84 İHA fırlattığını, bunların 71'inin düşürüldüğünü "
    "açıkladı. 24 Şubat 2022'den bu yana binlerce sivil hayatını kaybetti.\n\n"
    "Moskova ise 40 Ukrayna askerinin öldürüldüğünü iddia etti."
)
# number, kind, what, at least, who says it
FIGURES = [
    ("En az 12", "killed", "person", 12, None),
    ("en az 12", "killed", "person", 12, "Yetkililere"),
    ("30'dan fazla", "wounded", "person", 30, "Yetkililere"),
    ("4", "wounded", "person", 4, "Yetkililere"),
    ("84", "launched", "uav", 84, "Ukrayna Hava Kuvvetleri"),
    ("71", "intercepted", "uav", 71, "Ukrayna Hava Kuvvetleri"),
    ("binlerce", "killed", "civilian", 2000, None),
    ("40", "killed", "combatant", 40, "Moskova"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="tr")
    figures = read(article).figures
    assert [(f.words, f.kind, f.what, f.low, f.source.name if f.source else None) for f in figures] == FIGURES
