"""上线清单: what a new shop does before it opens, and where each step is done."""
