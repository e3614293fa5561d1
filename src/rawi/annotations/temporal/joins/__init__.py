"""The rules by which pieces of time are joined."""
