"""Plain frozen values: money, quantities, codes, states, pages to print."""
