"""Text to annotations: numbers, quantities, dates, people, organisations, places, roles, cues."""
