"""Tests of what stands in data."""
