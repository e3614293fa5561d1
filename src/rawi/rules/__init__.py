"""What a rule is, the tape it reads, and the matcher that runs many at once."""
