"""What the tests of numbers, quantities and dates share: reading a sentence through the three stages."""

from rawi.annotations.annotator import Annotations
from rawi.annotations.dates import DATES
from rawi.annotations.numbers import NUMBERS
from rawi.annotations.quantities import QUANTITIES
from rawi.text.text import Text


def read(source: str) -> tuple[Text, Annotations]:
    """Return the text and what the stages of numbers, dates and quantities find in it."""
    text, known = Text(source), Annotations()
    for stage in (NUMBERS, DATES, QUANTITIES):
        known.add(stage.annotate(text, known))
    return text, known
