"""The demo data: a small university that never was, loaded through the procedures."""
