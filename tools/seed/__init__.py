"""Data to look at: a small believable university, or any number of generated members."""
