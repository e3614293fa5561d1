"""What exactly the figures of a report count, read from the words around them."""
