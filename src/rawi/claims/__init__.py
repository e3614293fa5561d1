"""Annotations to claims: statements, speakers, chains, anchors, figures."""
