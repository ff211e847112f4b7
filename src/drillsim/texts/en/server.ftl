# The server of drills: where it listens, certificates, refusals, records that cannot be written.

## On the command line

cli-argument-session-scenario = one scenario or several, by name or path: a drill each, all served by this command
cli-option-host = Address or name of this machine the pages are served at; 127.0.0.1 is for this machine alone (default 127.0.0.1)
cli-option-certificate = Certificate for TLS, PEM, with the chain behind it; together with --key
cli-option-key = Private key of the certificate, PEM, without a password
cli-option-double-blind = Only the console sees what is so before the end: evaluators, observers and the safety officer see what a role knows
server-plain = Plain HTTP at { $host }: whoever is on this network can read and change what is sent, links and codes too. Use a network of your own, or --certificate and --key.
server-other-name = { $file } does not name { $host }: browsers will warn. Use a certificate for { $host }, or name with --host what it is made out for.
server-drill-full = The record { $path } cannot be written ({ $what }). The drill stands; make room and press “Go on from the record” on the console.
server-drill-stands = The drill { $path } stands: a fault of drillsim. Details: { $log }. Others go on. To go on with it: drillsim session --resume { $path }
server-request-failed = A request failed: a fault of drillsim. Details: { $log }. Every drill goes on.

## Problems

problem-server-host-every = { $host } is every address of this machine at once, and a link needs one. Name the address by which the others reach it.
problem-server-host-unknown = Nothing is called { $host }. Name an address of this machine.
problem-server-host-elsewhere = { $host } is no address of this machine. Name one of its own.
problem-server-port-not-allowed = This user may not listen at port { $port }. Name one from 1024 on, or 0 for a free one.
problem-server-tls-half = A certificate and its key belong together. Name { $lacks } too.
problem-server-msel-of-several = A list of injects belongs to one scenario. Open each drill with its own list by itself, or leave out --msel.
problem-server-certificate-missing = The certificate cannot be read. Name a PEM file this user may read.
problem-server-certificate-none = This file holds no certificate. Name a PEM file that begins with -----BEGIN CERTIFICATE-----.
problem-server-certificate-expired = The certificate has expired. Use one that is valid today.
problem-server-certificate-early = The certificate is not valid yet. Use one that is valid today, or put right the clock of this machine.
problem-server-key-missing = The key cannot be read. Name a PEM file this user may read.
problem-server-key-none = This file holds no private key. Name a PEM file with -----BEGIN PRIVATE KEY-----.
problem-server-key-locked = The key asks for a password. Write it without one: openssl pkey -in KEY -out NEW, and keep the new file to yourself.
problem-server-key-other = The key does not belong to the certificate. Name the key the certificate was made with.
problem-server-tls-unusable = The certificate and its key cannot be used. Use a certificate for servers with a key of a usual kind (RSA of 2048 bits or more, or EC), both in PEM.

## What a client is told that is refused

server-refused-400 = This request cannot be understood.
server-refused-403 = This form does not come from a page of this drill.
server-refused-405 = This is not done here.
server-refused-413 = Too much was sent at once.
server-refused-414 = The address is too long.
server-refused-421 = Nothing is served under this name. Use the link as it was given.
server-refused-431 = The request says too much about itself.
server-refused-500 = A fault of the program; the drill goes on. Try again.
server-press-again = This has been sent once already and is not done twice.
server-press-none = This press has no number. Load the page again.

## On the pages

session-drill-stands = The drill stands; nothing is done.
session-stands-still = There is still no room for the record. Make room on the disk, then try again.
session-goes-on = The drill goes on from its record; the clock stands.
session-record-full = THE DRILL STANDS: the record cannot be written. Whoever leads makes room on the disk.
session-fault = THE DRILL STANDS: a fault of the program. What has happened so far is recorded.
session-go-on = Go on from the record
session-link = Link
session-renew = New link
session-renew-confirm = Make a new link and code: { $part }. The old ones open nothing any more.
session-entry-revoked = link taken back: { $participant }
session-entry-renewed = new link: { $participant }
session-entry-wall = the wall shows { $what }
session-entry-double_blind = double-blind: what is so is shown at the end
session-invite = Make a link
session-invite-title = One more takes part
session-invite-name = Name
session-invite-plays = Plays (players only)
session-invite-no-role = Tick at least one role the player plays.
session-invited-now = A link for { $who } stands in the list.
session-entry-invited = link made for { $name } ({ $part })
session-page-simulator = Simulation
session-to-send = What you say
session-to-send-says = You speak for those who are not in the room. Say each message yourself and press “Give now”; begin with “Exercise”.
