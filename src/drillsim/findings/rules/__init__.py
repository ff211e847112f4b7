"""The rules, one function a code. A rule takes a `View` and gives findings; none knows of another."""
