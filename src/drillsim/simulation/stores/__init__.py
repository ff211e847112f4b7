"""What is kept in tanks, and the pumps that fill them."""
