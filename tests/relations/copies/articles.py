"""Invented articles, sentence by sentence, and the reports that are read from them."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.model.relation import Report
from rawi.pipeline import extract
from rawi.relations.copies.passages import Passages, read_passages
from rawi.relations.copies.republication import Likeness, link

BRIDGE = (
    "أعلنت بلدية وادي الزعفران صباح الأربعاء افتتاح الجسر الحجري أمام المارة والمركبات بعد عامين من الإغلاق.",
    "وقال رئيس البلدية سليم الدوري إن أعمال الترميم كلفت 340 ألف دينار، وإن 52 عاملا شاركوا فيها.",
    "وأوضح الدوري أن المهندسين عثروا تحت القوس الأوسط على نقش قديم يذكر اسم البناء الذي شيد الجسر.",
    "وسيبقى المرور في الاتجاهين مفتوحا طوال النهار، على أن تمنع الشاحنات الثقيلة بعد غروب الشمس.",
    "ورحب أصحاب المتاجر القريبة بالقرار، وذكرت البائعة ندى الشامي أن زبائنها عادوا منذ الساعات الأولى.",
    "وكانت السيول قد جرفت جزءا من السور الشرقي في شتاء قاس أغلقت خلاله سبع مدارس في المنطقة.",
    "وتعتزم البلدية إقامة معرض للصور يروي تاريخ الجسر منذ وضع حجره الأول وحتى إعادة افتتاحه.",
)
MARKET = (
    "اندلع حريق كبير فجر الاثنين في سوق الأقمشة وسط مدينة السفح، والتهم 18 متجرا قبل أن تسيطر عليه "
    "فرق الإطفاء.",
    "وأفاد قائد الدفاع المدني العقيد كريم الحلاق بأن 9 أشخاص أصيبوا باختناق ونقلوا إلى المستشفى المركزي.",
    "وأضاف أن التحقيقات الأولية ترجح أن يكون تماس كهربائي في مخزن للسجاد سبب اندلاع النيران.",
    "وقال شهود إن سيارات الإطفاء تأخرت بسبب ضيق الأزقة المؤدية إلى السوق وازدحامها بعربات الباعة.",
    "وطالب نقيب التجار رامي العطار الحكومة بتعويض المتضررين وبفتح طريق ثان يصل السوق بالشارع الرئيسي.",
    "ويعود بناء السوق إلى القرن التاسع عشر، وهو مدرج على قائمة المباني التراثية في المدينة.",
)
STRIKE = (
    "بدأ معلمو المدارس الحكومية في إقليم الريحان إضرابا مفتوحا للمطالبة بصرف رواتب متأخرة منذ ثلاثة أشهر.",
    "وأكدت المتحدثة باسم نقابة المعلمين هالة المصري أن 4200 معلم ومعلمة التزموا بالإضراب في يومه الأول.",
    "وأضافت المصري: «لن نعود إلى الصفوف قبل أن نرى جدولا واضحا للدفع، فقد سمعنا وعودا كثيرة من قبل».",
    "ومن جهتها دعت مديرية التربية أولياء الأمور إلى إرسال أبنائهم إلى المراكز المؤقتة التي افتتحتها "
    "في القاعات العامة.",
    "ويرى خبراء الاقتصاد أن الأزمة ستطول ما دامت الموازنة الجديدة معلقة في المجلس المحلي.",
    "وشهد الإقليم إضرابا مشابها قبل خمس سنوات انتهى باتفاق رعاه محافظ الإقليم السابق.",
)
HARBOUR = (
    "وصلت إلى ميناء اللؤلؤة سفينة تحمل 12 ألف طن من القمح بعد رحلة استمرت ثلاثة أسابيع.",
    "وقال مدير الميناء باسم النجار إن عمليات التفريغ ستستغرق خمسة أيام يعمل فيها 140 عاملا على مدار الساعة.",
    "وبين النجار أن الصوامع الجديدة تتسع لضعف هذه الكمية، وأن سفينة ثانية ستصل مطلع الشهر المقبل.",
    "وتراجعت أسعار الطحين في الأسواق المحلية فور انتشار الخبر، بحسب ما ذكره أصحاب الأفران في "
    "المدينة القديمة.",
    "وكان نقص القمح قد دفع ستة أفران إلى الإغلاق وأجبر السكان على الوقوف في طوابير طويلة منذ الفجر.",
    "وتقول غرفة التجارة إن البلاد تستهلك كل شهر نحو 30 ألف طن يستورد معظمها عن طريق البحر.",
)
ALL = (BRIDGE, MARKET, STRIKE, HARBOUR)


def join(sentences: Sequence[str]) -> str:
    """Return sentences as an article, two to a paragraph."""
    pairs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    return "\n".join(pairs)


def read(
    text: str, *, outlet: str | None = None, published: str | None = "2024-05-01", title: str | None = None
) -> Passages:
    """Return what an article brings to the search for copies."""
    record = extract(text, outlet=outlet, published=published, title=title)
    (item,) = read_passages(Report(record))
    return item


def compare(one: Passages, other: Passages) -> Likeness | None:
    """Return what two articles have to do with each other, whichever is given first."""
    a, b = sorted((one, other), key=lambda item: item.id)
    return link(a, b)


def kind_of(one: Passages, other: Passages) -> str | None:
    """Return the kind of what two articles have to do with each other, null if they have nothing to do."""
    pair = compare(one, other)
    return pair.kind if pair else None


def meet(one: Passages, other: Passages) -> bool:
    """Do two articles find each other by their keys?"""
    return not set(one.keys).isdisjoint(other.keys)
