"""The readers, on tables small enough to see whole."""
