"""Small trained parameters, each with a card that tells its data, licence, date and score."""
