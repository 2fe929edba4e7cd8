"""Files that people bring or take away: pictures, archives, tables, calendars."""
