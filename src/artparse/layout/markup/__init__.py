"""What the elements of a web page say of the lines in them."""
