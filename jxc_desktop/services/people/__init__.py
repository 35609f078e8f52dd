"""Who acts, what each may do, and the record of it."""
