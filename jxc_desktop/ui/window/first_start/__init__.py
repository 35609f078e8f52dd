"""The first start: four questions, and a shop stands."""
