"""The pages of a drill: HTTP, and nothing of the drill itself.

access  who may open which page: links, codes, and their end
links_file  the links, kept through a crash
words   values of a situation as words
pages   the fragments each page is made of
room    one drill that is going on: its looks, its pages, what is pressed
app     the routes
serve   the server on this machine
"""
