"""Which mention speaks each stretch: the candidates around it, their features, what was learnt, a review."""
