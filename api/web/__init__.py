"""The pages: wording, the shapes they lay answers out in, templates, one style sheet, fonts."""
