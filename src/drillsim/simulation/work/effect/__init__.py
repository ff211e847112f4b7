"""The effect of each verb on the world: one file a group of verbs."""
