"""The index of lineage: documents as whole numbers, their relations and dates as arrays.

Derived from the facts of one generation and never an authority: it can be thrown away and made
again. Answers walk it, then read names and evidence of what they show from the store.
"""
