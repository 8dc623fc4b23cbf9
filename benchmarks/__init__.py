"""Measurements: engines side by side and the quality of reading, each with its limits."""
