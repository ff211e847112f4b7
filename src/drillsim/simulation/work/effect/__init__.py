"""What each verb does to the world: one file a group of verbs."""
