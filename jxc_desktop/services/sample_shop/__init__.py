"""A shop to try things in: goods of nobody's, and six weeks of trade made by the services themselves."""
