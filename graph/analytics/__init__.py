"""Figures on a cascade or on the whole corpus: what they mean, and what they do not.

All of them speak of the documents that this corpus holds. That none was found does not say that
nothing was done; and persons are never compared.
"""
