"""Pure functions on Arabic strings: folding, clitics, inflection, digits, marks."""
