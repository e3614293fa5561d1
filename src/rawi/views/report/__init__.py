"""One file that can be kept, printed and checked: chosen entries and articles with all that proves them."""
