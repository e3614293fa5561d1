"""What the joins of times build."""
