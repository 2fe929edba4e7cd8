"""Events: their pages, calendars, and the people who run them."""
