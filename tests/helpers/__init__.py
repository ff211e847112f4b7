"""Helpers several tests share."""
