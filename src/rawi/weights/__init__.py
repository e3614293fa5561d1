"""Small trained parameters, each with a card that says what they come from, and their loader."""
