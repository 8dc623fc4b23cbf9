"""Things as linked data: what is said of an address, in pages, and claims as annotations."""
