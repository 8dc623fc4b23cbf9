"""Tests of identity: numbers, places, bodies, documents."""
