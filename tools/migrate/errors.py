"""What the migration tool says when it will not or cannot go on."""


class MigrationError(Exception):
    """A refusal or a failure; the message is a sentence that says why and what to do."""
