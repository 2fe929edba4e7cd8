"""Brings a database to the state of the checkout, and tells how far it is from it.

`db/migrations` run once, in order. Functions, procedures, views, triggers and events are applied
again when their file changes and dropped when it goes. Every statement is journalled, so that a run
that was killed anywhere is taken up where it ended.
"""
