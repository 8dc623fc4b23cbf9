"""Lược đồ as it is sent: the state in its address, the drawing in words, facets and panel."""
