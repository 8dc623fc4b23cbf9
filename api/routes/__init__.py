"""The addresses that are answered, one file per family."""
