"""Messages, and the stream that tells open pages what happened."""
