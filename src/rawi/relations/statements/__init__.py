"""Statements across reports: those that return, and those that oppose each other."""
