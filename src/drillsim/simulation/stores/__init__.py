"""The contents of tanks, and the pumps that fill them."""
