"""Places of open gazetteers, cleaned, joined and ranked, for the tables that ``training.build_places`` writes."""
