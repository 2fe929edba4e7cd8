"""Live events: what happened, told to the pages that are open."""
