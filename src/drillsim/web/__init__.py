"""The pages of a drill: HTTP, and nothing of the drill itself.

access  who may open which page: links, codes, and their end
invitations  whoever has a link: one for every part, and those made later
links_file  the links, kept through a crash
words   values of a situation as words
pages   the fragments each page is made of
room    one drill that is going on: its looks, its pages, what is pressed
guard   the rules for every request
joining, patience  limits for those who knock too often, or do not say what they want
app     the routes
address, tls  where it is served, and by which certificate
serve   the server on this machine
"""
