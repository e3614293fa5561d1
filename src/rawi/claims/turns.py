"""Where somebody else speaks: the author again, another speaker, or the same one with a new report."""

from __future__ import annotations

from rawi.annotations.speech import CueVerb, particles
from rawi.claims.afterwords import find_afterword
from rawi.claims.counts import find_count_turn
from rawi.claims.openings import find_opening
from rawi.claims.reading import Reading, codes, formula_words, is_call, is_content_noun
from rawi.claims.starters import begins_clause

_REACH = 4  # tokens from فيما to its verb
_FAR_REACH = 8  # tokens from لكن to its verb, over a subject
_SPAN = 5  # tokens from بعد to the noun of a time
_AT_ONCE = 2  # from a verb to the content right after its أن
_TELLING = frozenset(("says", "adds", "explains", "stresses"))
_SEMICOLONS = frozenset("؛;")  # end a report inside somebody's quotation, not one of the author's


def find_turn(reading: Reading, start: int, at: int, limit: int, *, nested: bool) -> int | None:
    """Return where the clause from ``start`` ends if the token ``at`` ends it; None if it goes on."""
    c, tape, word = codes(), reading.tape, reading.words[at]
    code, formula = tape[at], word in formula_words()
    if (formula or code in c.participle) and (added := find_afterword(reading, start, at)) is not None:
        return added
    if formula or code in c.comma:
        counted = find_count_turn(reading, start, at, limit)
        if counted is not None:
            return counted
    if code in c.comma:
        return at if nested and word in _SEMICOLONS else None
    if code in c.turn:
        quoted = tape[at - 1] in c.comma and reading.closing_at.get(at - 2) is not None  # …»، فيما تتزايد
        return at if quoted or _turns(reading, at, limit) else None
    if word == "بالقول":
        return _closing_words(reading, start, at)
    if code in c.cue:
        begun = at - _led(reading, at)
        return begun if begun > start and speaks_again(reading, at, limit) else None
    if code in c.turn_noun:
        led = at - 1 > start and tape[at - 1] in c.preposition
        return at - 1 if led and _turns(reading, at, limit) else None
    if code in c.tag:
        return at if _is_formula(reading, at, limit) else None
    return _formula_start(reading, start, at, limit) if formula else None


def _closing_words(reading: Reading, start: int, at: int) -> int | None:
    """…، واختتم تصريحه بالقول إن: the joined verb that leads up to بالقول, if a comma stands before it."""
    for index in range(at - 1, max(start, at - _FAR_REACH), -1):
        if reading.tape[index] in codes().comma:
            return index if reading.word(index + 1).startswith("و") else None
    return None


def _formula_start(reading: Reading, start: int, at: int, limit: int) -> int | None:
    """Return where a formula of the author's begins: على حد تعبيره، قبل أن، من جانبه، لكن الوزير قال."""
    word, before = reading.words[at], reading.tape[at - 1]
    led = before in codes().preposition
    if word in particles("limit"):
        return at - 1 if at - 1 > start and _is_formula(reading, at, limit) else None
    if word in particles("before_that"):
        return at if before in codes().comma else None
    if word in particles("for_his_part"):
        return at - led if at - led > start and _turns(reading, at, limit) else None
    if word in particles("but"):
        return at if _another_speaks(reading, at, limit) else None
    if word in particles("gloss"):
        return at - 1 if led and at - 2 > start else None
    return None


def _another_speaks(reading: Reading, at: int, limit: int) -> bool:
    """لكن الوزير قال إن: a name and a verb of reporting with a clause or quotation of its own."""
    reach = _FAR_REACH if at + 1 in reading.named_at else _AT_ONCE + 1
    if not reading.is_definite(at + 1) and reach < _FAR_REACH:
        return False
    for index in range(at + 2, min(at + reach, limit)):
        if reading.tape[index] in codes().comma:
            return False
        if reading.tape[index] in codes().verb and (cue := reading.entry(index).cue):
            opening = find_opening(reading, index, cue, limit)
            return opening is not None and opening.frame in ("clause", "quote")
    return False


def author_goes_on(reading: Reading, at: int) -> int | None:
    """Return where the author's own words begin after a noun that was reported: …، فيما بقيت، …، بعدما رفضت،
    …، إلا أن."""
    c, tape, words = codes(), reading.tape, reading.words
    if words[at] in particles("meanwhile"):
        whose = reading.word(at + 1)
        own = whose.endswith(("ه", "ها")) and is_content_noun(whose)
        return at if own else None  # خلال زيارته المدينة: where it was said
    if words[at] in particles("that_was") and reading.word(at + 1) in particles("after_that"):
        return at  # …، وذلك بعدما
    if tape[at - 1] not in c.comma and not (tape[at - 1] in c.preposition and tape[at - 2] in c.comma):
        return None
    if tape[at] in c.turn:
        return at
    if tape[at] in c.turn_noun and tape[at - 1] in c.preposition:
        return None if words[at + 1] in particles("same") else at - 1
    told = (
        words[at] in particles("author_goes_on") or _narrates(reading, at) or _is_so_long_after(reading, at)
    )
    return at if told else None


def _is_so_long_after(reading: Reading, at: int) -> bool:
    """…، بعد أسبوع من الحادث: how long before it something else was, which tells when it was reported."""
    words = reading.words
    if words[at] not in particles("after_so_long") or not particles("span_of_time").intersection(
        words[at + 1 : at + _SPAN]
    ):
        return False
    return any(word in particles("out_of") for word in words[at + 2 : at + _SPAN + 1])


def _narrates(reading: Reading, at: int) -> bool:
    """…، وقام بزيارة القرية, …، وقد فتحت: a joined verb of what came next, not وقد يفتح, فقد or حيث قام."""
    words = reading.words
    if words[at] not in particles("narrates") or words[at][:1] not in ("و", "ف") or words[at] == "فقد":
        return False
    return words[at] != "وقد" or words[at + 1][:1] not in ("ي", "ت", "ن")


def _is_formula(reading: Reading, at: int, limit: int) -> bool:
    """على حد تعبيره، وفق قولها: a formula that belongs to the author."""
    return at + 1 < limit and reading.word(at + 1) in particles("tail")


def _led(reading: Reading, at: int) -> int:
    """How many tokens before a verb belong to its report: one in حيث أكد، لكنه أضاف, وتابع قائلا."""
    word, pause = reading.words[at - 1], reading.tape[at - 2 : at - 1]
    if _is_saying(reading, at):
        return int(
            reading.tape[at - 1] in codes().verb_joined or (word[:1] == "و" and pause in codes().comma)
        )
    if reading.words[at - 2] in particles("except") and reading.tape[at - 1] in codes().complementizer:
        return 2 * (word[:1] == "ا" and word.endswith(("ه", "ها", "هم")))  # إلا أنه قال, not وإلا فإنهم
    return int(word in particles("lead") or (word in particles("but_he") and pause in codes().comma))


def _is_saying(reading: Reading, at: int) -> bool:
    """Is the token قائلا or one of its forms?"""
    cue = reading.entry(at).cue if reading.tape[at] in codes().participle else None
    return cue is not None and cue.form == "قال"


def _turns(reading: Reading, at: int, limit: int) -> bool:
    """After فيما or في حين somebody else speaks if a verb of reporting follows; else the speaker goes on."""
    titled = at + 1 in reading.role_at or at + 1 in reading.person_at
    for index in range(at + 1, min(at + (_FAR_REACH if titled else _REACH), limit)):
        if reading.tape[index] in codes().verb and (word := reading.entry(index).cue):
            sure = index == at + 1 and word.strength == "strong" and not reading.entry(index).present
            return sure or find_opening(reading, index, word, limit) is not None
    return False


def speaks_again(reading: Reading, at: int, limit: int) -> bool:
    """Does a cue inside a reported clause open a report of its own that belongs to the author's level?

    A participle after a comma does, or one with its own أن; a verb with و (وأضاف أن), with كما before it, or
    after a comma with أن at once.
    """
    cue, code = reading.entry(at).cue, reading.tape[at]
    if cue is None or code in codes().verb_object:
        return False
    if code in codes().participle:
        return _participle_speaks(reading, at, cue, limit)
    if reading.tape[at - 1] in codes().comma and _names_speaker(reading, at, cue, limit):
        return True
    return _told_at_once(reading, at, cue, limit) or _verb_speaks(reading, at, cue, limit)


def _names_speaker(reading: Reading, at: int, cue: CueVerb, limit: int) -> bool:
    """…، وبين المدير أن — …، وتابع المدير قائلا: a verb with و after a comma, a name or role right after it,
    and then a clause or قائلا."""
    if reading.tape[at] not in codes().verb_joined or reading.entry(at).present:
        return False
    if not any(at + 1 in one for one in (reading.role_at, reading.person_at)):
        return False
    for index in range(at + 2, min(at + _FAR_REACH, limit)):
        if _is_saying(reading, index):
            return find_opening(reading, index, reading.entry(index).cue or cue, limit) is not None
    opening = find_opening(reading, at, cue, limit) if cue.strength == "weak" else None
    return opening is not None and opening.frame == "clause"


def _participle_speaks(reading: Reading, at: int, cue: CueVerb, limit: int) -> bool:
    """…، مضيفا أن — مشددا أن — مشيرا إلى ضرورة, not a noun with its owner (مؤكده)."""
    if reading.words[at].endswith("ه") and reading.source_letter(at) == "ه":
        return False
    pause = reading.tape[at - 1] in codes().pause
    opening = find_opening(reading, at, cue, limit)
    if opening is None or (opening.start - at > 4 and not pause):
        return False
    if opening.frame == "prep" and reading.tape[at - 1] in codes().close and not is_state(reading, at):
        return False  # أن الشركة (الواحة) مطالبة بخفض الأسعار
    if opening.frame == "colon" and _is_saying(reading, at):
        return True
    led = opening.frame == "prep" and opening.start - at <= _AT_ONCE and is_state(reading, at)
    led = led or (opening.frame == "noun" and opening.start == at + 1 and is_call(reading.word(at + 1)))
    return pause or led or opening.frame in ("clause", "quote")


def is_state(reading: Reading, at: int) -> bool:
    """Can a participle tell what a speaker does besides: مشيرا، مشيرة, not an adjective (إجراءات مشددة)?"""
    word, cue = reading.words[at], reading.entry(at).cue
    if word.endswith("ا"):
        return True
    tells = cue is not None and cue.stance in _TELLING and reading.word(at + 1) == "الي"
    return tells and (word.endswith("ين") or reading.source_letter(at) == "ة")


def _told_at_once(reading: Reading, at: int, cue: CueVerb, limit: int) -> bool:
    """…، رجح أن — …، وذكر أن: one more report of the same speaker, if a past verb after a pause has أن at
    once."""
    c, before = codes(), reading.tape[at - 1]
    if reading.entry(at).present or before not in c.pause:
        return False
    joined = reading.tape[at] in c.verb_joined
    weak = cue.strength == "weak"
    if weak and joined and _quotes_at_once(reading, at, cue, limit):  # …، وزاد: «…»
        return True
    told = cue.stance in _TELLING and reading.words[at][1:] not in cue.author_voice
    if not (told if weak and joined else before in c.comma and not weak and not joined):
        return False
    opening = find_opening(reading, at, cue, limit)
    frames = ("clause",) if weak else ("clause", "quote")
    return opening is not None and opening.frame in frames and opening.start - at <= _AT_ONCE


def _quotes_at_once(reading: Reading, at: int, cue: CueVerb, limit: int) -> bool:
    """Does a quotation follow a verb at once, or after a colon?"""
    opening = find_opening(reading, at, cue, limit)
    quoted = opening is not None and opening.frame == "quote" and opening.quotation is not None
    return quoted and opening is not None and opening.start - at <= _AT_ONCE


def _verb_speaks(reading: Reading, at: int, cue: CueVerb, limit: int) -> bool:
    """وأضاف أن — حيث أكد أن — وقال هناك: a strong verb with و or led in; not an act (واتفق على العمل)."""
    c = codes()
    joined = reading.tape[at] in c.verb_joined or (reading.tape[at] in c.verb and _led(reading, at))
    if not joined or cue.strength == "weak":
        return False
    opening = find_opening(reading, at, cue, limit)
    if opening is None:
        return "quote" in cue.frames and begins_clause(reading, at + 1, limit)
    act = cue.event and opening.frame == "prep"
    but = reading.words[at - 1] in particles("but_he")  # لكنه أكد ثقته
    return not act and (opening.frame != "noun" or cue.polarity is not None or but)
