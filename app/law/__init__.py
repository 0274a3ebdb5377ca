"""What the law asks: the office's choices, the rules as effective-dated data, and the validator that applies them."""
