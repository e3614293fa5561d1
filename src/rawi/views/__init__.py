"""Records to something to look at or send: cards, JSON lines, a page, a citation."""
