"""Finding anything of the shop."""
