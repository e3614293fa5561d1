"""How well reports are linked: stories, copies, verdicts and statements that return, against a gold."""
