-- 0027_fulltext_of_events: a search of events reads an index of their words.

ALTER TABLE events ADD FULLTEXT KEY ft_events_text (title, description, venue);
