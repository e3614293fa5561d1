"""Building blocks of noun phrases on the tape of names: what may follow the head of a role or of a body.

In a chain of nouns (إضافة) only the last is definite: indefinite nouns, then one definite noun or known name,
then adjectives that agree with it. Whatever is neither ends the phrase: a verb, a preposition, a bare noun
after the definite one (there a person's name begins).
"""

from __future__ import annotations

_PEOPLE = "office|official|occupation|spokesman|many|nationals|anonymous|kin"
_BODIES = "head|weak|heads|unit"
_WHERE = "settlement|region|feature|site|direction"
_ADJECTIVES = "nationality|qualifier|either|nisba|nisbat"

#: A known name, with its later tokens.
KNOWN = "(?:{place|org|outlet|platform:bare}{more}*)"
#: A name in quotation marks, up to five words.
QUOTED = "(?:{quote}(?:(?!{quote|break|stop|comma}|{?verb}).){1,5}{quote})"
#: A definite noun without a preposition.
DEFINITE = f"{{noun|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}|{_WHERE}|ordinary:det}}"
#: Definite adjectives.
AGREEING = f"{{{_ADJECTIVES}|official:det}}"
#: A definite noun and its adjectives joined by و: الغذاء والدواء.
JOINED = f"(?:{{+noun|{_ADJECTIVES}|{_BODIES}|{_WHERE}|ordinary:det}}{AGREEING}{{0,2}})"
#: An indefinite noun in the middle of a chain.
LINK = f"{{noun|heh|verbal|{_PEOPLE}|{_BODIES}|{_WHERE}|ordinary:bare}}"
#: Indefinite adjectives.
BARE_ADJECTIVE = f"{{{_ADJECTIVES}:bare}}"
#: The end of a chain: a definite noun, a known name or a quoted one, with its adjectives.
END = f"(?:{DEFINITE}{AGREEING}{{0,3}}|{KNOWN}{AGREEING}{{0,2}}|{QUOTED}{AGREEING}{{0,2}})"
#: A chain: up to three links and an end.
CHAIN = f"(?:{LINK}{{0,3}}{END})"
#: The same after the preposition ل, written joined.
FOR_CHAIN = (
    f"(?:{{noun|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}|{_WHERE}|ordinary:lal}}{AGREEING}{{0,3}}"
    f"|{{{_BODIES}|{_WHERE}|ordinary:l}}{CHAIN}|{{lam}}{CHAIN}|{{place|org|outlet:l}}{{more}}*{AGREEING}{{0,2}})"
)
#: A known name or a chain that ends with one, after في.
INSIDE = (
    f"(?:{{inside:bare}}(?:{KNOWN}|{{{_BODIES}|{_WHERE}|ordinary:bare}}{CHAIN}"
    f"|{{{_BODIES}:det}}{AGREEING}{{0,2}}))"
)
#: A short name in brackets after the full one.
BRACKETED = "(?:{opening}(?:(?!{closing|break|stop}|{?verb}).){1,3}{closing})"
#: Definite adjectives that the lexicons know: an unknown one after a title may be a surname.
KNOWN_AGREEING = "{nationality|qualifier|either|official:det}"

# Names of people. ``ENDS``: what follows shows that the name is over.
_UNKNOWN = "{noun|nisba|heh|alef|verbal|lam|imperfect:bare}"
_SERVANT = f"(?:{{?servant:noal}}{DEFINITE}|{{?servant:noal}}{{faith}})"
_FAITH = "(?:{given|likely|name:bare}{faith})"
_SURNAME = "{nisba|nationality:det}"
_ARTICLED = f"{{noun|{_ADJECTIVES}|{_PEOPLE}|{_WHERE}|rank|honorific|ordinary:det}}"
_ANY_NAME = f"(?:{_SERVANT}|{_FAITH}|{{given|likely|name:bare}})"
# After بن, آل and أبو any noun is a name: آل ثاني, أبو هنية.
_JOINED_NAME = f"(?:{_UNKNOWN}|{{nisbat|ordinary|qualifier|place:bare}})"
_SON = (
    f"(?:{{joint|lineage:noprep}}{{1,2}}(?:{_ANY_NAME}|{_ARTICLED}|{_UNKNOWN}|{{nisbat:bare}}"
    f"|{{nationality:bare}}|{{kunya:bare}}{_JOINED_NAME})"
    f"|{{joint|lineage:noprep}}?{{lineage:noprep}}{_JOINED_NAME})"
)
_FATHER = f"(?:{{?kunya:noal}}(?:{_ANY_NAME}|{_ARTICLED}|{_JOINED_NAME}))"
_NEXT = f"(?:{_SON}|{_FATHER}|{_ANY_NAME})"
ENDS = (
    "(?=$|{comma|colon|stop|break|closing|opening|quote|dash|more|number}"
    "|{?particle|verb|pronoun|preposition|inside|source|adverb|behalf|month}"
    f"|{{+noun|heh|alef|verbal|imperfect|lam|ordinary|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}|{_WHERE}}}"
    f"|{{noun|ordinary|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}:al}}|{{{_ADJECTIVES}|{_PEOPLE}|given|name|place|org:bare}})"
)
_CLEARLY_ENDS = "(?=$|{comma|colon|stop|break|closing|opening|quote|dash}|{?particle|verb})"
_TITLED_ENDS = f"(?:{_CLEARLY_ENDS}|(?={{?inside|source|preposition|lam|pronoun|adverb}}|{{{_PEOPLE}:bare}}))"
#: After بن and a definite word of no lexicon an indefinite one begins something else (بن محمد العزيزي فتح
# الطريق).
_LINEAGE_ENDS = (
    f"(?:{_TITLED_ENDS}|(?={{noun|nisba|nisbat|heh|alef|verbal|ordinary:bare}}"
    f"|{{+noun|heh|alef|verbal|imperfect|lam|given|likely|name|ordinary"
    f"|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}|{_WHERE}}}))"
)
_LATER = "{noun|nisba|alef|verbal|lam:bare}"
_NOT_ORDINARY = (  # no plural: دعا سليم المواطنين إلى
    "{noun|nisba|nisbat|qualifier|either|office|official|occupation|spokesman|anonymous|kin|rank|honorific:det}"
)
_LAST_TITLED = f"(?:{_SURNAME}|{_LATER}{_TITLED_ENDS})"
_LAST_ALONE = f"(?:{_SURNAME}|{_LATER}{_CLEARLY_ENDS})"
#: A name after a title that begins with a word known from names.
KNOWN_NAME_AFTER_TITLE = (
    f"(?:{_FATHER}|{_ANY_NAME})(?:{_NEXT}{{0,2}}{_SON}{{noun|nisba:det}}{_LINEAGE_ENDS}"
    f"|{_NEXT}{{1,3}}{_LAST_TITLED}?|{_LAST_TITLED}|{_NOT_ORDINARY})?"
)
#: A name after a title: even unknown words may be one.
NAME_AFTER_TITLE = (
    f"(?:{KNOWN_NAME_AFTER_TITLE}|{_UNKNOWN}(?:{_NEXT}{{1,3}}{_LAST_TITLED}?|{_SURNAME}|{_LATER}{_CLEARLY_ENDS})"
    f"|{{nisba:det}}{_CLEARLY_ENDS})"
)
_KIN = f"(?:{_NEXT}{{0,2}}{_SON})"
_FIRST = f"(?:{_SERVANT}|{{?given:noal}}{{faith}}?|{{?likely:noal}}{{faith}})"
_SIGNS = "(?:{?verb}|{comma}|{nationality:det})"
#: A name by itself: a first name and more, or two words known from names.
NAME = (
    f"(?:(?:{_FIRST}|{_FATHER}){_KIN}{{noun|nisba:det}}{_LINEAGE_ENDS}"
    f"|(?:{_FIRST}|{_FATHER}){_NEXT}{{1,3}}{_LAST_ALONE}?"
    f"|{_FIRST}(?:{_SURNAME}|{_NOT_ORDINARY}{ENDS}|{{noun|nisba:bare}}{_CLEARLY_ENDS})"
    f"|{_FATHER}{_SURNAME}"
    f"|{{?name:noal}}(?:{{name|given:bare}}|{_SON}){{1,3}}{_SURNAME}?"
    f"|{{?likely:noal}}(?:{{name:bare}}|{_SON})(?:{{name|given:bare}}|{_SON}){{0,2}}{_SURNAME}?"
    f"|{{?likely:noal}}{{given:bare}}(?:{_NEXT}{{1,2}}{_LAST_ALONE}?|{_LAST_ALONE})"
    f"|(?<={_SIGNS}){{name:bare}}(?:{_LATER}|{{heh:bare}}){_CLEARLY_ENDS})"
)
#: Two words after a verb and before a role, whatever they are.
NAME_BEFORE_ROLE = (
    f"{{?verb}}(?P<name>(?:{_LATER}|{{name:bare}})(?:{_LATER}|{{name|given:bare}}))"
    "(?={comma|dash}?{office|official|occupation|spokesman})"
)
#: A name between commas beside a role: there any two or three words may be one.
NAME_BETWEEN_COMMAS = (
    f"{{comma|dash|opening}}(?P<name>{KNOWN_NAME_AFTER_TITLE}|{_UNKNOWN}(?:{_UNKNOWN}|{_ANY_NAME}){{1,2}}{_SURNAME}?"
    f"|{_UNKNOWN}{_SURNAME})(?={{comma|dash|closing|stop|particle|break}})"
)
