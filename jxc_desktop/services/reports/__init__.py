"""Questions over the books, one declaration each."""
