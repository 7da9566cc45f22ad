"""Arabic as news writes it: verbs first, "and" and "the" written with their word, duals, digits of two kinds."""

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
    # word order
    ("قُتل ⟦ما لا يقل عن 12⟧ شخصا في قصف على المدينة.", killed(at_least(12))),
    ("قتل ⟦12⟧ شخصا وأصيب ⟦30⟧ آخرون في الغارة.", killed(12), wounded(30)),
    ("استشهد ⟦تسعة⟧ مواطنين في قصف على البلدة.", killed(9, "civilian")),
    ("أعلن الجيش مقتل ⟦ستة⟧ جنود.", killed(6, "combatant")),
    ("أدى القصف إلى مقتل ⟦سبعة⟧ مدنيين وإصابة ⟦11⟧ آخرين.", killed(7, "civilian"), wounded(11, "civilian")),
    ("أسفر الهجوم عن سقوط ⟦12⟧ قتيلا و⟦30⟧ جريحا.", killed(12), wounded(30)),
    ("أودت الغارة بحياة ⟦186⟧ شخصا.", killed(186)),
    ("قتلت القوات ⟦12⟧ مسلحا.", killed(12, "combatant")),
    ("قتل الجيش ⟦20⟧ مسلحا في الغارة.", killed(20, "combatant")),
    ("وأصيب ⟦40⟧ شخصا بجروح.", wounded(40)),
    ("نقل ⟦125⟧ جريحا إلى المستشفى.", wounded(125)),
    ("قُتل في الهجوم ⟦خمسة⟧ أشخاص.", killed(5)),
    # duals, and a noun alone
    ("سقط ⟦قتيلان⟧ في القصف.", killed(2)),
    ("أعلن الجيش مقتل ⟦جنديين⟧ في الجنوب.", killed(2, "combatant")),
    ("قتل ⟦شخصان⟧ وأصيب ⟦ثلاثة⟧ آخرون.", killed(2), wounded(3)),
    ("أعلن الجيش مقتل ⟦جندي⟧ وإصابة ⟦ضابط⟧.", killed(1, "combatant"), wounded(1, "combatant")),
    ("أعلن الجيش مقتل قائد اللواء.", NOTHING),
    # tolls
    ("ارتفع عدد القتلى إلى ⟦41⟧.", killed(41)),
    ("ارتفعت حصيلة القتلى إلى ⟦52⟧ قتيلا.", killed(52)),
    ("بلغ عدد المصابين ⟦114⟧.", wounded(114)),
    # parts
    ("قتل ⟦15⟧ شخصا بينهم ⟦ثلاثة⟧ أطفال.", killed(15), killed(3, "child", subset_of=0)),
    ("قتل ⟦90⟧ شخصا، منهم ⟦23⟧ طفلا.", killed(90), killed(23, "child", subset_of=0)),
    # number words, digits, scales
    ("قتل ⟦خمسة وعشرون⟧ جنديا.", killed(25, "combatant")),
    ("قتل ⟦اثنا عشر⟧ مدنيا.", killed(12, "civilian")),
    ("قتل ⟦١٢⟧ شخصا.", killed(12)),
    ("قتل ⟦٢٬٥٠٠⟧ جندي.", killed(2500, "combatant")),
    ("قتل ⟦58 ألفا و314⟧ شخصا.", killed(58314)),
    ("نزح ⟦1.2 مليون⟧ شخص.", displaced(1_200_000)),
    ("أصيب ⟦بضعة⟧ جنود.", wounded(vague(3, 9), "combatant")),
    ("قتل ⟦نحو 300⟧ مقاتل.", killed(about(300), "combatant")),
    # hedges
    ("قتل ⟦أكثر من 20⟧ مدنيا.", killed(at_least(20), "civilian")),
    ("أصيب ⟦حوالي 100⟧ شخص.", wounded(about(100))),
    ("قتل ⟦أقل من 10⟧ أشخاص.", killed(at_most(10))),
    ("قتل ⟦بين 40 و50⟧ جنديا.", killed(between(40, 50), "combatant")),
    # kinds
    ("أحصت السلطات ⟦20⟧ مفقودا.", missing(20)),
    ("أسر المقاتلون ⟦12⟧ جنديا.", captured(12, "combatant")),
    ("خطف مسلحون ⟦40⟧ تلميذا.", abducted(40, "child")),
    ("اعتقلت الشرطة ⟦12⟧ شخصا.", detained(12)),
    ("أعلنت الفرق إجلاء ⟦300⟧ شخص.", evacuated(300)),
    ("أعلنت اللجنة الإفراج عن ⟦115⟧ أسيرا.", freed(115)),
    ("انتشلت الفرق ⟦12⟧ جثة.", remains(12)),
    ("دمرت الغارات ⟦40⟧ منزلا.", destroyed(40, "building")),
    ("تضررت ⟦ثلاث⟧ مدارس.", damaged(3, "building")),
    ("استعاد الجيش ⟦ست⟧ قرى.", recaptured(6, "settlement")),
    ("أسقطت الدفاعات ⟦58⟧ مسيرة.", intercepted(58, "uav")),
    ("أطلقت روسيا ⟦67⟧ مسيرة و⟦تسعة⟧ صواريخ.", launched(67, "uav"), launched(9, "missile")),
    ("خسر الجيش ⟦12⟧ دبابة.", lost(12, "tank")),
    ("أعلن الجيش تدمير ⟦أربع⟧ دبابات ومقتل ⟦20⟧ جنديا.", destroyed(4, "tank"), killed(20, "combatant")),
    ("أعلن الجيش مقتل وإصابة ⟦40⟧ جنديا.", casualties(40, "combatant")),
    # who says it
    ("قالت وزارة الصحة إن ⟦30⟧ شخصا قتلوا.", killed(30, source="وزارة الصحة")),
    ("وذكرت مصادر طبية إن ⟦تسعة⟧ أشخاص قتلوا.", killed(9, source="مصادر طبية")),
    ("أعلن الجيش مقتل ⟦50⟧ مسلحا.", killed(50, "combatant", source="الجيش")),
    ("بحسب وزارة الصحة قتل ⟦40⟧ شخصا.", killed(40, source="وزارة الصحة")),
    ("زعم الجيش مقتل ⟦50⟧ مسلحا.", killed(50, "combatant", stance="alleged")),
    ("نفت الوزارة مقتل ⟦20⟧ جنديا.", killed(20, "combatant", stance="denied")),
    ("هل قتل ⟦20⟧ شخصا؟", killed(20, stance="question")),
    # whose, and over which time
    ("قتل ⟦12⟧ جنديا إسرائيليا.", killed(12, "combatant", side="Israel")),
    ("قتل ⟦13⟧ فلسطينيا في الغارة.", killed(13)),
    ("منذ بداية الحرب قتل ⟦62⟧ شخصا.", killed(62, count="running_total")),
    ("قتل ⟦40⟧ شخصا خلال الأسبوع الماضي.", killed(40, count="period_total")),
    # what is no figure
    ("في 24 فبراير 2022 قتل ⟦ثلاثة⟧ جنود.", killed(3, "combatant")),
    ("شنت الطائرات 13 غارة وسقط جرحى.", NOTHING),
    ("حلقت المسيرة 300 كيلومتر ولم يصب أحد.", NOTHING),
    ("استمرت المباراة 90 دقيقة.", NOTHING),
    ("جمعت الحملة 12 مليون دولار للجرحى.", NOTHING),
    # places in a script without capitals: after a word for a town, well-known ones after "in"
    ("قتل ⟦40⟧ شخصا في مدينة الفاشر.", killed(40, place="الفاشر", side="people of الفاشر")),
    ("قتل ⟦12⟧ شخصا في رفح.", killed(12, place="رفح")),
    ("قتل ⟦12⟧ شخصا في هجوم.", killed(12, place=None)),
    ("خسرت روسيا ⟦890⟧ جنديا.", lost(890, "combatant", side="Russia")),
    ("قتل ⟦ستة⟧ أشخاص، بحسب ما أعلن المحافظ.", killed(6, source="المحافظ")),
    ("وأصيب ⟦23⟧ بينهم ⟦أربعة⟧ أطفال.", wounded(23), wounded(4, "child", subset_of=0)),
    (
        "قتل ⟦41⟧ شخصا خلال الساعات الأربع والعشرين الماضية.",
        killed(41, period="خلال الساعات الأربع والعشرين الماضية", count="period_total"),
    ),
    ("قتل ⟦12⟧ شخصا في العاصمة الصومالية مقديشو.", killed(12, place="مقديشو")),
    # two numbers of one sum
    ("بلغ عدد القتلى ⟦419⟧ والمصابين ⟦973⟧.", killed(419), wounded(973)),
    ("أعلن الجيش مقتل ⟦5⟧ جنود وإصابة ⟦9⟧ آخرين بجروح خطيرة.", killed(5, "combatant"), wounded(9, "combatant")),
    ("أسفر القصف عن مقتل ⟦12⟧ شخصا وإصابة ⟦17⟧ آخرين بينهم طبيبة.", killed(12), wounded(17)),
    ("قُتل ⟦12⟧ شخصا على الأقل في القصف.", killed(at_least(12))),
    ("قتل ⟦سبعة⟧ أشخاص في مخيم أبو شوك.", killed(7, place="أبو شوك")),
    # a long way from the sum to where it stands
    ("ارتفع عدد قتلى الغارة على الضاحية الجنوبية لبيروت يوم الجمعة إلى ⟦50⟧ شخصا.", killed(50)),
    ("قالت الوزارة إن عدد القتلى جراء الغارات على عدة مناطق وصل إلى ⟦72⟧.", killed(72, source="الوزارة")),
    ("أعلن مركز عمليات طوارئ الصحة أن ⟦12⟧ شخصا قتلوا.", killed(12, source="مركز عمليات طوارئ الصحة")),
    # the day between the verb and its number
    ("قُتل، الثلاثاء، ⟦12⟧ شخصا وأصيب ⟦17⟧ آخرين بينهم مرضى.", killed(12), wounded(17)),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_a_sentence(row: Row) -> None:
    check(row, lang="ar")


PAGE = (
    "مقتل 12 شخصا في غارة على سوق\n\n"
    "قالت وزارة الصحة إن 12 شخصا قتلوا في غارة على سوق في المدينة، وأصيب 30 آخرون. وبين القتلى ثلاثة أطفال.\n\n"
    "وأعلن الجيش الإسرائيلي مقتل جنديين وإصابة ضابط في الجنوب، وقال إنه دمر أربع دبابات.\n\n"
    "ومنذ بداية الحرب ارتفع عدد القتلى إلى 58 ألفا و314 شخصا، بحسب الوزارة."
)
# number, kind, what, at least, who says it
FIGURES = [
    ("12", "killed", "person", 12, None),
    ("12", "killed", "person", 12, "وزارة الصحة"),
    ("30", "wounded", "person", 30, "وزارة الصحة"),
    ("ثلاثة", "killed", "child", 3, "وزارة الصحة"),
    ("جنديين", "killed", "combatant", 2, "الجيش الإسرائيلي"),
    ("ضابط", "wounded", "combatant", 1, "الجيش الإسرائيلي"),
    ("أربع", "destroyed", "tank", 4, "الجيش الإسرائيلي"),
    ("58 ألفا و314", "killed", "person", 58314, "الوزارة"),
]


def test_a_page() -> None:
    head = PAGE.index("\n")
    article = Article("a", PAGE, (Segment("headline", 0, head), Segment("body", head + 1, len(PAGE))), lang="ar")
    figures = read(article).figures
    assert [(f.words, f.kind, f.what, f.low, f.source.name if f.source else None) for f in figures] == FIGURES
