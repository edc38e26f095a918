// mongosh: nothing to make. Collections come into being with their first document, and there is no
// index but that of _id.
