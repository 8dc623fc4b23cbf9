"""Questions in SPARQL, one file each, with a checked head."""
