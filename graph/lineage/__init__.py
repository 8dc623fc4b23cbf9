"""Lineage: cascade, coverage, standing of a document, read from the store."""
