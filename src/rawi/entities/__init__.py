"""What the names of articles name: spellings compared."""
