"""What exists: classes, properties, vocabularies and shapes, and the names made from them."""
