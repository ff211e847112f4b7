"""The command line: one small module a command. Nothing heavy is imported before a command needs it."""
