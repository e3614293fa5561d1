"""The source cut up by offset: paragraphs, sentences, tokens, quotations."""
