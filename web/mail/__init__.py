"""Mail and notifications: their words, how they are built, how they are sent."""
