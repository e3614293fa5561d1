"""What holds across documents, as pure functions: copies, stories, series, recurrences, comparisons."""
