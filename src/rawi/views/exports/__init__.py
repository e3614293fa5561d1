"""Event sheets: rows whose every filled cell can be traced to its words."""
