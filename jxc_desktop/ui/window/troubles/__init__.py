"""What stops the work, said in words with what to do."""
