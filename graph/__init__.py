"""From text and tables to answers: values, reading, resolving, storing, lineage."""
