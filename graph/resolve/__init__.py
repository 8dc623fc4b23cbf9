"""Identity: which document, body, unit or person a row or a mention means."""
