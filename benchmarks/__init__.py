"""What the program costs, as ratios to the least that the same work needs, measured in the same run."""
