"""F1: the keys of the page in front and the handbook."""
