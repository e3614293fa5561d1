"""How good the extraction is: gold, scores, floors that only rise, and what a change gains and loses."""
