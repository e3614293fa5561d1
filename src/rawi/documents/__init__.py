"""From bytes to a document: decoding, web pages, what is article and what is not, where it came from."""
