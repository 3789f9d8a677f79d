"""The page of labels: which are probably one, which tickets probably have a wrong one, the taxonomy, and its spread."""
