"""A cascade for other eyes: files for Gephi and networkx, and a drawing that stands alone."""
