"""What backup and restore say when they will not or cannot go on."""


class BackupError(Exception):
    """A refusal or a failure; the message is a sentence that says why and what to do."""
