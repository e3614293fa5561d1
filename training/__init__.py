"""Scripts that make the tables and weights that Rawi ships; none of them is needed to use it."""
