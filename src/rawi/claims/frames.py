"""The ways in which reported speech is recognised, each with its proof: what it reads and what it leaves
alone.

The name of a frame stands in every statement that it made (``Statement.rule``); a test runs every example
here.
"""

from __future__ import annotations

import msgspec

from rawi.rules.rule import Example


class Frame(msgspec.Struct, frozen=True, gc=False):
    """``reads`` says in a sentence what the frame takes for a report; ``finds`` of an example is the
    content."""

    name: str
    reads: str
    examples: tuple[Example, ...]


FRAMES: tuple[Frame, ...] = (
    Frame(
        "statement/verb-clause",
        "a verb of reporting, its subject, and a clause with أن or إن of its own",
        (
            Example("قال سليم الدوري إن الجسر سيفتح غدا.", finds="الجسر سيفتح غدا"),
            Example("قال سليم الدوري كلاما طيبا إلا أن الجسر بقي مغلقا.", finds=None),
        ),
    ),
    Frame(
        "statement/verb-quote",
        "a verb of reporting and a quotation that is no name",
        (
            Example("وقالت المديرة «لن نغلق المدرسة هذا العام».", finds="لن نغلق المدرسة هذا العام"),
            Example("وقالت صحيفة «الغد» كلمتها.", finds=None),
        ),
    ),
    Frame(
        "statement/verb-colon",
        "a verb of reporting and a colon, without marks: speech to the end of the paragraph",
        (
            Example("وأضاف المدرب: سنلعب كما لعبنا. لا نخاف أحدا.", finds="سنلعب كما لعبنا. لا نخاف أحدا"),
            Example("وصل المدرب: كان متعبا.", finds=None),
        ),
    ),
    Frame(
        "statement/verb-prep",
        "a verb with the preposition that introduces what is said, asked or warned of",
        (
            Example("ودعت النقابة إلى إضراب عام يوم الخميس.", finds="إضراب عام يوم الخميس"),
            Example("وكشف المتحف عن لوحة قديمة.", finds=None),
        ),
    ),
    Frame(
        "statement/verb-noun",
        "a verb whose bare object is a verbal noun that names what is reported",
        (
            Example("أعلنت البلدية افتتاح السوق الجديد.", finds="افتتاح السوق الجديد"),
            Example("أعلنت البلدية أسماء الفائزين.", finds=None),
        ),
    ),
    Frame(
        "statement/count-verb",
        "a verb of counting, who counts and a number, where a clause begins or the sentence turns to them",
        (
            Example("قالت البلدية إن الجرحى 14، فيما قدرهم مرصد الضفتين ب23 جريحا.", finds="23 جريحا"),
            Example("قالت البلدية إن الجرحى 14، فيما يقدر عددهم ب23 جريحا.", finds=None),
        ),
    ),
    Frame(
        "statement/quotation-verb",
        "a quotation closed right before its verb",
        (
            Example(
                "«لم يبق في القرية ماء صالح للشرب»، يقول الراعي حمدان.",
                finds="لم يبق في القرية ماء صالح للشرب",
            ),
            Example("«نعم»، يقول الراعي حمدان.", finds=None),
        ),
    ),
    Frame(
        "statement/inserted-verb",
        "a present verb with its subject between commas: it reports the sentence around it",
        (
            Example(
                "المدارس ستبقى مغلقة، تؤكد المديرة، حتى نهاية الشهر.",
                finds="المدارس ستبقى مغلقة، تؤكد المديرة، حتى نهاية الشهر",
            ),
            Example("المدارس ستبقى مغلقة، وتلعب الفتيات، حتى نهاية الشهر.", finds=None),
        ),
    ),
    Frame(
        "statement/participle-clause",
        "a participle after the main verb, with a clause",
        (
            Example("زار الوزير المصنع، مؤكدا أن العمل سيستمر.", finds="العمل سيستمر"),
            Example("زار الوزير المصنع، مسرورا لأن العمل سيستمر.", finds=None),
        ),
    ),
    Frame(
        "statement/participle-quote",
        "a participle with a quotation",
        (
            Example("رفض الرئيس الاستقالة، قائلا «سأبقى حتى آخر يوم».", finds="سأبقى حتى آخر يوم"),
            Example("رفض الرئيس الاستقالة، حاملا كتاب «سأبقى حتى آخر يوم».", finds=None),
        ),
    ),
    Frame(
        "statement/participle-colon",
        "a participle and a colon, without marks",
        (
            Example("هتف المتظاهر قائلا: لا عودة إلى الوراء.", finds="لا عودة إلى الوراء"),
            Example("وقف المتظاهر باكيا: لا عودة.", finds=None),
        ),
    ),
    Frame(
        "statement/participle-prep",
        "a participle after a pause, with its preposition",
        (
            Example("التقى الوفد رئيس البلدية، داعيا إلى إصلاح الجسر.", finds="إصلاح الجسر"),
            Example("التقى الوفد رئيس البلدية، ماشيا إلى إصلاح الجسر.", finds=None),
        ),
    ),
    Frame(
        "statement/participle-noun",
        "a participle after a pause, with a verbal noun",
        (
            Example("زار المدير القرية، مؤكدا استمرار العمل في البئر.", finds="استمرار العمل في البئر"),
            Example("زار المدير القرية، مؤكدا كلامه.", finds=None),
        ),
    ),
    Frame(
        "statement/tag-after",
        "a clause or quotation that a phrase at its end attributes",
        (
            Example("أصيب ثلاثة عمال في الانهيار، وفق مديرية الصحة.", finds="أصيب ثلاثة عمال في الانهيار"),
            Example("يوزع الماء على القرى وفق جدول زمني.", finds=None),
        ),
    ),
    Frame(
        "statement/tag-before",
        "a phrase at the head of a sentence that attributes what follows",
        (
            Example("وبحسب مديرية الصحة، فإن الجرحى غادروا المستشفى.", finds="الجرحى غادروا المستشفى"),
            Example("وبحسب الحاجة، وزعت المياه على القرى.", finds=None),
        ),
    ),
    Frame(
        "statement/noun-clause",
        "القول or قوله with a clause",
        (
            Example("ومضى الشاهد إلى القول إن الدخان كان كثيفا.", finds="الدخان كان كثيفا"),
            Example("ومضى الشاهد إلى السوق إذ كان الدخان كثيفا.", finds=None),
        ),
    ),
    Frame(
        "statement/noun-quote",
        "القول or قوله with a quotation",
        (
            Example(
                "توقفت الصحيفة عند الحادث، نقلا عن الطبيب قوله «الجروح كلها بسيطة والحمد لله».",
                finds="الجروح كلها بسيطة والحمد لله",
            ),
            Example("أعجب الطبيب قوله في الجلسة.", finds=None),
        ),
    ),
    Frame(
        "statement/noun-colon",
        "القول or قوله and a colon, without marks",
        (
            Example(
                "توقفت الصحيفة عند الحادث، نقلا عن الطبيب قوله: الجروح كلها بسيطة.", finds="الجروح كلها بسيطة"
            ),
            Example("نقلت الإذاعة الخبر: الجروح كلها بسيطة.", finds=None),
        ),
    ),
    Frame(
        "statement/noun-gloss",
        "مفاده or its like with أن: the content of the noun before",
        (
            Example("وصلت إلى المدير رسالة مفادها أن الموعد تغير.", finds="الموعد تغير"),
            Example("وصلت إلى المدير رسالة قبل أن يتغير الموعد.", finds=None),
        ),
    ),
    Frame(
        "statement/document-clause",
        "جاء or ورد with a document, and a clause: its owner speaks",
        (
            Example("وجاء في بيان للبلدية أن السوق سيفتح غدا.", finds="السوق سيفتح غدا"),
            Example("وجاء في سيارة قبل أن يفتح السوق.", finds=None),
        ),
    ),
    Frame(
        "statement/document-quote",
        "the same with a quotation",
        (
            Example("وورد في تقرير الجمعية: «الماء لا يكفي القرية».", finds="الماء لا يكفي القرية"),
            Example("كما ورد في كتاب «الماء لا يكفي القرية».", finds=None),
        ),
    ),
    Frame(
        "statement/document-colon",
        "the same with a colon, without marks",
        (
            Example("جاء في رسالة الجمعية: الماء لا يكفي القرية.", finds="الماء لا يكفي القرية"),
            Example("جاء في المساء: الماء لا يكفي القرية.", finds=None),
        ),
    ),
    Frame(
        "statement/verb-bare",
        "a verb of saying, a known subject or none, and a word that only begins a clause: no أن, no marks",
        (
            Example("وأضاف تم إصلاح الجسر القديم قبل عام.", finds="تم إصلاح الجسر القديم قبل عام"),
            Example("وأضاف الملح إلى الحساء قبل ساعة.", finds=None),
        ),
    ),
    Frame(
        "statement/participle-bare",
        "a participle of saying and such a word",
        (
            Example("ودع المدرب لاعبيه قائلا لن ننسى هذا الموسم أبدا.", finds="لن ننسى هذا الموسم أبدا"),
            Example("ودع المدرب لاعبيه قائلا كلمة طيبة للجميع هناك.", finds=None),
        ),
    ),
    Frame(
        "statement/denial-noun",
        "a noun of denying with who denies and what",
        (
            Example("رغم نفي المدير وجود خلاف، أغلق المصنع.", finds="وجود خلاف"),
            Example("سعت النيابة إلى تأكيد أو نفي وجود خلاف.", finds=None),
        ),
    ),
    Frame(
        "statement/what-verb",
        "وهو ما with a verb: it denies or confirms the clause before",
        (
            Example("يقول الرعاة إن البئر جفت، وهو ما تنفيه البلدية.", finds="البئر جفت"),
            Example("يقول الرعاة إن البئر جفت، وهو ما أحزن البلدية.", finds=None),
        ),
    ),
    Frame(
        "statement/what-clause",
        "ما with a verb of saying that points back at it, its subject, and من أن with a clause",
        (
            Example("شكك المدير في ما ذكرته النقابة من أن الجسر قديم.", finds="الجسر قديم"),
            Example("شكك المدير في ما ذكرته النقابة من أسماء.", finds=None),
        ),
    ),
    Frame(
        "statement/headline",
        "a headline with its speaker before a colon",
        (
            Example("وزير النقل: لن نرفع أسعار التذاكر\nعقد الوزير لقاء أمس.", finds="لن نرفع أسعار التذاكر"),
            Example("هطول الأمطار: عشر نصائح للسائقين\nنصحت المديرية السائقين.", finds=None),
        ),
    ),
)


def find_frame(name: str) -> Frame | None:
    """Return the frame of a rule name, for ``rawi explain``; None if a name is of another kind."""
    return next((frame for frame in FRAMES if frame.name == name), None)
