"""What we know before reading: kinds, words per language, actors, places, series."""
