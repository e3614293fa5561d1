"""The REST API beside what the pages answer: more reads, and all that changes something."""
