"""Words as data, and the one loader that reads them."""
