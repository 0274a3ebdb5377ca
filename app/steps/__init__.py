"""What is done: the door (perform.py), one module per verb (missing, effect), and the owner functions of the rest."""
