"""The store: one protocol, one engine on disk, generations and transactions."""
