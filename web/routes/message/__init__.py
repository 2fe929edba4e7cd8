"""Messages, and the stream of live events to open pages."""
