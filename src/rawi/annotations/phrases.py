"""Building blocks of noun phrases on the tape of names: what may follow the head of a role or of a body.

In a chain of nouns (إضافة) only the last is definite: indefinite nouns, then one definite noun or known name,
then adjectives that agree with it. Whatever is neither ends the phrase: a verb, a preposition, a bare noun
after the definite one (there a person's name begins).
"""

from __future__ import annotations

_PEOPLE = "office|official|occupation|spokesman|many|anonymous|kin"
_BODIES = "head|weak|heads|unit"
_ADJECTIVES = "nationality|qualifier|either|nisba"

#: A known name, with its later tokens.
KNOWN = "(?:{place|org|outlet|platform:bare}{more}*)"
#: A name in quotation marks, up to five words.
QUOTED = "(?:{quote}(?:(?!{quote|break|stop|comma}|{?verb}).){1,5}{quote})"
#: A definite noun without a preposition.
DEFINITE = f"{{noun|nisba|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}|ordinary:det}}"
#: Definite adjectives.
AGREEING = f"{{{_ADJECTIVES}|official:det}}"
#: A definite noun and its adjectives joined by و: الغذاء والدواء.
JOINED = f"(?:{{+noun|nisba|{_ADJECTIVES}|{_BODIES}|ordinary:det}}{AGREEING}{{0,2}})"
#: An indefinite noun in the middle of a chain.
LINK = f"{{noun|heh|verbal|{_PEOPLE}|{_BODIES}|ordinary:bare}}"
#: Indefinite adjectives.
BARE_ADJECTIVE = f"{{{_ADJECTIVES}:bare}}"
#: The end of a chain: a definite noun, a known name or a quoted one, with its adjectives.
END = f"(?:{DEFINITE}{AGREEING}{{0,3}}|{KNOWN}{AGREEING}{{0,2}}|{QUOTED}{AGREEING}{{0,2}})"
#: A chain: up to three links and an end.
CHAIN = f"(?:{LINK}{{0,3}}{END})"
#: The same after the preposition ل, written joined.
FOR_CHAIN = (
    f"(?:{{noun|nisba|{_ADJECTIVES}|{_PEOPLE}|{_BODIES}|ordinary:lal}}{AGREEING}{{0,3}}"
    f"|{{{_BODIES}|ordinary:l}}{CHAIN}|{{lam}}{CHAIN}|{{place|org|outlet:l}}{{more}}*{AGREEING}{{0,2}})"
)
#: A known name or a chain that ends with one, after في.
INSIDE = (
    f"(?:{{inside:bare}}(?:{KNOWN}|{{{_BODIES}|ordinary:bare}}{CHAIN}|{{{_BODIES}:det}}{AGREEING}{{0,2}}))"
)
#: A short name in brackets after the full one.
BRACKETED = "(?:{opening}(?:(?!{closing|break|stop}|{?verb}).){1,3}{closing})"
