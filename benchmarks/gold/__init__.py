"""Comparing two readings of one text: what they share, metric by metric.

`keys` makes names comparable, `pairing` finds what is the same thing on both sides, `scores`,
`edges` and `assignments` count. It knows nothing of the rules of reading, so it can judge them.
"""
