"""Documents that share their words: copies, revisions, shared passages, and what they go back to."""
