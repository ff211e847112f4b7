"""What stands in the files, as frozen validated models."""
