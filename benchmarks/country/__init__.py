"""A made-up country, the same for the same seed: places, people, documents, what is told of them.

Provinces, central bodies and terms are the real ones of the register; everything else is invented.
"""
