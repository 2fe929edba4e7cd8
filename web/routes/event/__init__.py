"""Events: pages, calendars, and those who run one."""
