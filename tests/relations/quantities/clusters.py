"""Short reports of invented happenings, and what a reader would say of their figures laid side by side."""

from __future__ import annotations

from typing import NamedTuple

from rawi.model.definition import Definition
from rawi.model.relation import Report
from rawi.pipeline import extract
from rawi.relations.layer import Context
from rawi.relations.quantities.definitions import define


class Article(NamedTuple):
    """A report: its name, day, outlet and text."""

    name: str
    published: str
    outlet: str
    text: str


MINE = (
    Article(
        "mine-1",
        "2024-02-10",
        "وكالة السفح",
        "لقي سبعة عمال مصرعهم وأصيب 12 آخرون في انهيار منجم للفحم قرب بلدة العوسج، السبت، بحسب ما "
        "أعلنت مديرية "
        "الدفاع المدني في إقليم الصنوبر.",
    ),
    Article(
        "mine-2",
        "2024-02-11",
        "الرواق",
        "ارتفعت حصيلة انهيار منجم العوسج إلى 11 قتيلا و15 جريحا، وفق ما ذكرت مديرية الدفاع المدني "
        "في إقليم الصنوبر "
        "الأحد.\nوأفاد المتحدث باسم المديرية ماهر السلطي بأن أربع جثث انتشلت فجرا.",
    ),
    Article(
        "mine-3",
        "2024-02-11",
        "المرفأ",
        "قال اتحاد عمال المناجم إن 19 عاملا قتلوا في انهيار منجم العوسج، متهما الشركة بإخفاء أسماء "
        "ثمانية عمال.",
    ),
    Article(
        "mine-4",
        "2024-02-13",
        "الضفاف نت",
        "انتهت عمليات البحث في منجم العوسج، وأعلنت مديرية الدفاع المدني حصيلة نهائية بلغت 16 قتيلا.\n"
        "وكان حريق في منجم الزهراء المجاور قد أودى بحياة 23 عاملا عام 2019.",
    ),
)

RAID = (
    Article(
        "raid-1",
        "2023-09-04",
        "الشراع",
        "قتل ستة مدنيين على الأقل وجرح عشرات آخرون في غارة جوية استهدفت سوقا في مدينة تل الورد مساء "
        "الأحد، وفق ما "
        "أفاد المرصد الشمالي لحقوق الإنسان.",
    ),
    Article(
        "raid-2",
        "2023-09-04",
        "نشرة المساء",
        "أعلن المتحدث باسم الجيش الاتحادي العميد فراس النوري، الاثنين، أن الغارة التي نفذت في تل "
        "الورد أسفرت عن "
        "مقتل 14 مسلحا من كتائب الفجر.",
    ),
    Article(
        "raid-3",
        "2023-09-04",
        "الفنار",
        "ذكرت وزارة الصحة في الحكومة الاتحادية، الاثنين، أن غارة تل الورد أوقعت ثلاثة قتلى فقط بين "
        "المدنيين.\n"
        "أما المرصد الشمالي لحقوق الإنسان فرفع عدد القتلى المدنيين إلى ثمانية.",
    ),
    Article(
        "raid-4",
        "2023-09-05",
        "الرواق",
        "نفت كتائب الفجر في بيان، الثلاثاء، مقتل 14 من مقاتليها في غارة تل الورد.",
    ),
)

CAMP = (
    Article(
        "camp-1",
        "2022-03-01",
        "مرسال نت",
        "قالت مفوضية الإغاثة إن مخيم الطرفاء يؤوي 12 ألف نازح، بينهم خمسة آلاف طفل.",
    ),
    Article(
        "camp-2",
        "2022-03-02",
        "الفنار",
        "أعلن محافظ الطرفاء سليم الدوري أن عدد النازحين في مخيم الطرفاء لا يتجاوز ثمانية آلاف نازح.",
    ),
    Article(
        "camp-3",
        "2022-09-20",
        "الفنار",
        "تراجع عدد النازحين في مخيم الطرفاء إلى أربعة آلاف نازح، بحسب مفوضية الإغاثة.",
    ),
)

PROTEST = (
    Article(
        "protest-1",
        "2024-05-06",
        "المرفأ",
        "شارك أكثر من 20 ألف شخص في تظاهرة وسط العاصمة المرجانة، الأحد، بحسب المنظمين.\n"
        "وقالت الشرطة إن عدد المشاركين لم يتجاوز ستة آلاف شخص.",
    ),
    Article(
        "protest-2",
        "2024-05-06",
        "الرواق",
        "قالت الشرطة إنها أوقفت 35 شخصا خلال تظاهرة المرجانة الأحد.\n"
        "في المقابل، قالت رابطة المحامين إن عدد الموقوفين بلغ 80 شخصا.",
    ),
)

STRIKE = (
    Article(
        "strike-1",
        "2023-02-16",
        "الفنار",
        "أعلنت نقابة عمال الميناء أن نسبة المشاركة في الإضراب بلغت 92 بالمئة، الخميس، في ميناء بئر الصدف.\n"
        "وقالت إدارة الميناء إن نسبة المشاركة في الإضراب لم تتجاوز 40 بالمئة.",
    ),
)

ISLAND = (
    Article(
        "island-1",
        "2021-06-01",
        "الشراع",
        "تحتفظ القوة الأممية بنحو 4500 جندي في جزيرة الرند، وفق ما قال المتحدث باسمها العقيد باول "
        "ستيرن الثلاثاء.",
    ),
    Article(
        "island-2",
        "2021-06-03",
        "المرفأ",
        "أعلن وزير الدفاع في حكومة الرند نادر الصياد، الخميس، أن عدد جنود القوة الأممية في جزيرة "
        "الرند يبلغ 7200 "
        "جندي.",
    ),
    Article(
        "island-3",
        "2022-11-14",
        "الفنار",
        "خفضت القوة الأممية عدد جنودها في جزيرة الرند إلى 2500 جندي، بحسب المتحدث باسمها العقيد باول ستيرن.",
    ),
)

#: The first report, words of its figure, the second and its words, and the verdict.
VERDICTS = [
    (MINE, "mine-1", "سبعة", "mine-2", "11", "changed_over_time"),
    (MINE, "mine-1", "12", "mine-2", "15", "changed_over_time"),
    (MINE, "mine-2", "11", "mine-3", "19", "contradicts"),
    (MINE, "mine-3", "19", "mine-4", "16", "contradicts"),
    (MINE, "mine-2", "11", "mine-4", "16", "changed_over_time"),
    (MINE, "mine-2", "11", "mine-4", "23", "not_comparable"),
    (RAID, "raid-1", "ستة", "raid-3", "ثلاثة", "contradicts"),
    (RAID, "raid-3", "ثلاثة", "raid-3", "ثمانية", "contradicts"),
    (RAID, "raid-1", "ستة", "raid-3", "ثمانية", "changed_over_time"),
    (RAID, "raid-1", "ستة", "raid-2", "14", "not_comparable"),
    (CAMP, "camp-1", "12", "camp-2", "ثمانية", "contradicts"),
    (CAMP, "camp-1", "12", "camp-3", "أربعة", "changed_over_time"),
    (PROTEST, "protest-1", "20", "protest-1", "ستة", "contradicts"),
    (PROTEST, "protest-2", "35", "protest-2", "80", "contradicts"),
    (STRIKE, "strike-1", "92", "strike-1", "40", "contradicts"),
    (ISLAND, "island-1", "4500", "island-2", "7200", "contradicts"),
    (ISLAND, "island-1", "4500", "island-3", "2500", "changed_over_time"),
]


def read_cluster(articles: tuple[Article, ...]) -> tuple[list[Definition], Context]:
    """Return the definitions of a cluster's figures, and a context in which its reports are one story."""
    items: list[Definition] = []
    stories: dict[str, str] = {}
    for one in articles:
        record = extract(one.text, published=one.published, outlet=one.outlet)
        entries = (*record.figures, *record.statements)
        items += define(Report(record, {entry.id: f"{one.name}:{entry.id}" for entry in entries}))
        stories[record.document.id] = "st_1"
    return items, Context(stories=stories, sure=stories)


def find(items: list[Definition], name: str, words: str) -> Definition:
    """Return the one definition of a report whose figure is written with these words."""
    (found,) = [one for one in items if one.id.startswith(f"{name}:") and words in one.words]
    return found
