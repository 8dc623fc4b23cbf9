"""Persistent worker processes that answer SPARQL of strangers, each of which can be killed."""
