"""Answers as lines for a terminal, as CSV and as JSON; what is shown never runs."""
