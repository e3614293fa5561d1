"""Who did what to whom, where, when and with what toll: one event per happening, each field tied to words."""
