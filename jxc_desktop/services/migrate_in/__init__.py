"""Files from elsewhere become acts: products, opening stock, history."""
