"""How pages are rendered: templates, the formats of values, the words of refusals."""
