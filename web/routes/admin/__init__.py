"""The office: people, lists, the audit log."""
